package io.github.milvusspring.data.query;

/**
 * A token of a Milvus expression.
 *
 * @param kind the kind of token
 * @param text the token as it is in the expression
 * @param start where it begins in the expression
 * @param end where it ends, exclusive
 */
record ExpressionToken(Kind kind, String text, int start, int end) {

	/** The kind of a token. */
	enum Kind {

		NAME, NUMBER, TEXT, SYMBOL, PLACE, END

	}

	boolean isSymbol(String symbol) {
		return this.kind == Kind.SYMBOL && this.text.equals(symbol);
	}

	/** Tells whether this token is a given word, in lower or in upper case. */
	boolean isWord(String word) {
		return this.kind == Kind.NAME
				&& (this.text.equals(word) || this.text.equals(word.toUpperCase(java.util.Locale.ROOT)));
	}

}
