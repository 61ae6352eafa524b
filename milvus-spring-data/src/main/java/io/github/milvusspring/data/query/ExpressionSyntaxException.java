package io.github.milvusspring.data.query;

/**
 * Reports a syntax error in a Milvus expression, and its position.
 */
final class ExpressionSyntaxException extends RuntimeException {

	private final String problem;

	private final int position;

	ExpressionSyntaxException(String problem, int position) {
		super(problem, null, false, false);
		this.problem = problem;
		this.position = position;
	}

	String problem() {
		return this.problem;
	}

	int position() {
		return this.position;
	}

}
