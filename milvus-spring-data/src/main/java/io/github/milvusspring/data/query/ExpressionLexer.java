package io.github.milvusspring.data.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.milvusspring.data.query.ExpressionToken.Kind;

/**
 * Splits a Milvus expression into tokens.
 */
final class ExpressionLexer {

	/** The character that stands for a parameter in an expression. */
	static final char PLACE = '\0';

	private static final Pattern TOKEN = Pattern.compile("""
			(?<space>\\s+)\
			|(?<place>\\x00)\
			|(?<text>"(?:[^"\\\\]|\\\\.)*+"|'(?:[^'\\\\]|\\\\.)*+')\
			|(?<number>0[xXbB][0-9a-fA-F]+|(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?)\
			|(?<name>\\$?[A-Za-z_][A-Za-z0-9_]*+|\\$)\
			|(?<symbol>==|!=|<=|>=|&&|\\|\\||\\*\\*|<<|>>|=~|!~|[-<>+*/%()\\[\\],!~&|^=])""", Pattern.DOTALL);

	private ExpressionLexer() {
	}

	/**
	 * Splits an expression.
	 * @param expression the expression, with {@link #PLACE} for each parameter
	 * @return the tokens, the last of which marks the end
	 * @throws ExpressionSyntaxException when a character begins no token
	 */
	static List<ExpressionToken> tokens(String expression) {
		List<ExpressionToken> tokens = new ArrayList<>();
		Matcher matcher = TOKEN.matcher(expression);
		int at = 0;
		while (at < expression.length()) {
			if (!matcher.region(at, expression.length()).lookingAt()) {
				throw new ExpressionSyntaxException("has the character '" + expression.charAt(at) + "'", at);
			}
			Kind kind = (matcher.group("place") != null) ? Kind.PLACE
					: (matcher.group("text") != null) ? Kind.TEXT
							: (matcher.group("number") != null) ? Kind.NUMBER : (matcher.group("name") != null)
									? Kind.NAME : (matcher.group("symbol") != null) ? Kind.SYMBOL : Kind.END;
			if (kind != Kind.END) {
				tokens.add(new ExpressionToken(kind, matcher.group(), at, matcher.end()));
			}
			at = matcher.end();
		}
		tokens.add(new ExpressionToken(Kind.END, "", at, at));
		return tokens;
	}

}
