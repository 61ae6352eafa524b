package io.github.milvusspring.benchmarks;

/**
 * A figure to reach.
 *
 * @param key its name
 * @param value what was measured
 * @param target what is to be reached
 * @param atLeast whether more is better
 */
record Figure(String key, double value, double target, boolean atLeast) {

	boolean reached() {
		return this.atLeast ? this.value >= this.target : this.value <= this.target;
	}

	String row() {
		return String.format("%-28s %12.2f   %s %.2f   %s", this.key, this.value,
				this.atLeast ? "at least" : "at most ", this.target, reached() ? "reached" : "NOT REACHED");
	}

}
