package io.github.milvusspring.data.query;

import java.util.List;

/**
 * Joins any number of conditions by {@code and} or {@code or}. Servers parse a chain of
 * conditions recursively and reject a search whose chain has more than about 30 of them,
 * so a longer list is split into halves in brackets.
 */
final class BalancedText {

	private static final int LONGEST_CHAIN = 16;

	private BalancedText() {
	}

	static String join(List<String> conditions, String word) {
		if (conditions.size() <= LONGEST_CHAIN) {
			return String.join(word, conditions);
		}
		int middle = conditions.size() / 2;
		return "(" + join(conditions.subList(0, middle), word) + ")" + word + "("
				+ join(conditions.subList(middle, conditions.size()), word) + ")";
	}

}
