"""The editor's page: a small server on this machine, or one offline file, over the log that CI reads.

`view` and its neighbours turn a report into plain values, `pages` renders them, `live` follows the
files and the log, `server` answers requests behind `security`. Nothing here judges or alters a text.
"""
