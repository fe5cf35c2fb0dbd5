"""One file or folder for each kind of value: it finds mentions in the tokens of a sentence."""
