package io.github.milvusspring.data.query;

/**
 * A token of a Milvus expression.
 *
 * @param kind what it is
 * @param text the token as it is written
 * @param start where it begins in the expression
 * @param end where it ends, exclusive
 */
record ExpressionToken(Kind kind, String text, int start, int end) {

	/** What a token is. */
	enum Kind {

		NAME, NUMBER, TEXT, SYMBOL, PLACE, END

	}

	boolean isSymbol(String symbol) {
		return this.kind == Kind.SYMBOL && this.text.equals(symbol);
	}

	/** Words are written in lower or in upper case. */
	boolean isWord(String word) {
		return this.kind == Kind.NAME
				&& (this.text.equals(word) || this.text.equals(word.toUpperCase(java.util.Locale.ROOT)));
	}

}
