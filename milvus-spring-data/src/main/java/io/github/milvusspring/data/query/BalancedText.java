package io.github.milvusspring.data.query;

import java.util.List;

/**
 * Joins any number of conditions. Servers read a chain of them recursively, and refuse
 * one of more than some 30 in a search: many are therefore split into halves in brackets.
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
