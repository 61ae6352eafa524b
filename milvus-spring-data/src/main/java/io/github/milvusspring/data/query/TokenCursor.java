package io.github.milvusspring.data.query;

import java.util.List;

/**
 * A cursor over the tokens of an expression.
 */
final class TokenCursor {

	private final List<ExpressionToken> tokens;

	private int next;

	TokenCursor(List<ExpressionToken> tokens) {
		this.tokens = tokens;
	}

	ExpressionToken peek() {
		return this.tokens.get(this.next);
	}

	ExpressionToken peekSecond() {
		return this.tokens.get(this.next + 1);
	}

	void skip() {
		this.next++;
	}

	void back() {
		this.next--;
	}

	/** Returns where the token before this position ends. */
	int end() {
		return this.tokens.get(this.next - 1).end();
	}

	boolean take(String symbol) {
		boolean found = peek().isSymbol(symbol);
		this.next += found ? 1 : 0;
		return found;
	}

	boolean takeWord(String word) {
		boolean found = peek().isWord(word);
		this.next += found ? 1 : 0;
		return found;
	}

	void require(boolean found) {
		if (!found) {
			throw unexpected();
		}
	}

	ExpressionSyntaxException unexpected() {
		ExpressionToken token = peek();
		return new ExpressionSyntaxException(switch (token.kind()) {
			case END -> "ends too early";
			case PLACE -> "has a value where none can be";
			default -> "has '" + token.text() + "' where it cannot be";
		}, token.start());
	}

}
