package io.github.milvusspring.data.repository.support;

import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;

/**
 * Checks the parameters and the return type of a method that searches, when the
 * repository is created.
 */
final class SearchRules {

	private SearchRules() {
	}

	/**
	 * Checks the method and returns the shape of its results.
	 * @throws IllegalArgumentException when a search cannot have this return type or
	 * these parameters
	 */
	static ReturnShape shape(MilvusQueryMethod method) {
		ReturnShape shape = ReturnShape.of(method.returned());
		switch (shape.container()) {
			case PAGE, SLICE, WINDOW ->
				throw method.refused("is a search that returns a " + method.returned().getType().getSimpleName()
						+ ", but a search does not know how many rows there are: return SearchResults or a "
						+ "List, and take a Limit or Pageable");
			case ONE -> requireNoLimit(method);
			default -> {
			}
		}
		QueryMethodParameters parameters = method.getParameters();
		for (MilvusParameter parameter : parameters) {
			if (Sort.class.isAssignableFrom(parameter.getType())
					|| ScrollPosition.class.isAssignableFrom(parameter.getType())) {
				throw method.refused("is a search that takes a " + parameter.getType().getSimpleName()
						+ ", but hits come in the order of their scores: leave it out");
			}
		}
		if (parameters.scores().size() > 1) {
			throw method.refused("takes " + parameters.scores().size()
					+ " scores: take one Score or Similarity, or one Range of them");
		}
		return shape;
	}

	private static void requireNoLimit(MilvusQueryMethod method) {
		if (method.getParameters().hasLimitParameter() || method.getParameters().hasPageableParameter()) {
			throw method.refused(
					"returns one row and takes a " + (method.getParameters().hasLimitParameter() ? "Limit" : "Pageable")
							+ ": leave it out, or return a List");
		}
	}

	static void requireNoScore(MilvusQueryMethod method, String why) {
		if (!method.getParameters().scores().isEmpty()) {
			throw method.refused("takes a " + method.getParameters().scores().get(0).getType().getSimpleName() + ", "
					+ why + ": leave it out");
		}
	}

}
