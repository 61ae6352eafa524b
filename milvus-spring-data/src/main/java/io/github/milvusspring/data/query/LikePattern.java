package io.github.milvusspring.data.query;

import io.github.milvusspring.data.query.Predicate.Operator;
import io.github.milvusspring.data.query.Predicate.Place;

/**
 * A parsed pattern of {@code like}. A pattern that is equivalent to a condition without a
 * pattern is written as that condition, because servers read escapes in patterns
 * differently.
 *
 * @param text the pattern, with escapes only where they are needed
 * @param literal the text between the wildcards at the ends
 * @param wildcards where the wildcards are
 */
record LikePattern(String text, String literal, Wildcards wildcards) {

	/** The positions of the wildcards of a pattern. */
	enum Wildcards {

		NONE, AT_END, AT_START, AT_BOTH_ENDS, WITHIN

	}

	static LikePattern of(String pattern) {
		StringBuilder text = new StringBuilder(pattern.length());
		StringBuilder literal = new StringBuilder(pattern.length());
		boolean opens = pattern.startsWith("%");
		boolean open = false;
		boolean within = false;
		for (int i = 0; i < pattern.length(); i++) {
			char c = pattern.charAt(i);
			if (c == '%') {
				text.append(open ? "" : "%");
				open = true;
				continue;
			}
			// A percent sign with text on both sides is not at an end of the pattern.
			within |= c == '_' || (open && !literal.isEmpty());
			open = false;
			if (c == '\\') {
				i++;
				if (i == pattern.length()) {
					throw new IllegalArgumentException("The pattern '" + pattern
							+ "' ends in a backslash that takes nothing literally: write two for a backslash");
				}
			}
			String one = pattern.substring(i, i + 1);
			text.append((c == '_') ? one : FilterLiterals.escapeLike(one));
			literal.append(one);
		}
		return new LikePattern(text.toString(), literal.toString(), within ? Wildcards.WITHIN : opens
				? (open ? Wildcards.AT_BOTH_ENDS : Wildcards.AT_START) : open ? Wildcards.AT_END : Wildcards.NONE);
	}

	Filter on(Term term) {
		if (this.literal.isEmpty()) {
			return new Predicate.Comparison(term, (this.wildcards == Wildcards.NONE) ? Operator.EQ : Operator.GE, "");
		}
		return switch (this.wildcards) {
			case NONE -> new Predicate.Comparison(term, Operator.EQ, this.literal);
			case AT_END -> new Predicate.Like(term, Place.START, this.literal);
			case AT_START -> new Predicate.Like(term, Place.END, this.literal);
			case AT_BOTH_ENDS -> new Predicate.Like(term, Place.ANYWHERE, this.literal);
			case WITHIN -> new Predicate.Like(term, Place.PATTERN, this.text);
		};
	}

}
