package io.github.milvusspring.data.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.github.milvusspring.data.model.MilvusServer;
import org.jspecify.annotations.Nullable;

/**
 * The differences between a collection and its declaration, and the operations by which
 * Milvus can remove them. {@link #toString()} returns them as a table.
 */
public final class SchemaPlan {

	private final String collection;

	private final MilvusServer server;

	private final List<SchemaStep> steps;

	SchemaPlan(String collection, MilvusServer server, List<SchemaStep> steps) {
		this.collection = collection;
		this.server = server;
		this.steps = List.copyOf(steps);
	}

	/**
	 * Returns the name of the collection.
	 * @return the name
	 */
	public String collection() {
		return this.collection;
	}

	/**
	 * Returns every difference.
	 * @return the differences, in the order in which an update removes them
	 */
	public List<SchemaDifference> differences() {
		return this.steps.stream().map(SchemaStep::difference).toList();
	}

	/**
	 * Tells whether the collection is as it is declared.
	 * @return {@code true} when there are no differences
	 */
	public boolean isEmpty() {
		return this.steps.isEmpty();
	}

	/**
	 * Tells whether this server can remove all differences in place.
	 * @return {@code true} when an update makes the collection match its declaration
	 */
	public boolean applicable() {
		return this.steps.stream().allMatch(this::applicable);
	}

	private boolean applicable(SchemaStep step) {
		SchemaOperation operation = step.difference().operation();
		return operation.isInPlace() && operation.isOn(this.server);
	}

	/**
	 * Returns the server if another version or kind of server could remove more of the
	 * differences, otherwise {@code null}.
	 */
	@Nullable MilvusServer stoppedBy() {
		return differences().stream().allMatch((one) -> one.operation().isOn(this.server)) ? null : this.server;
	}

	List<SchemaStep> steps() {
		return this.steps;
	}

	SchemaPlan only(Predicate<SchemaOperation> operations) {
		return new SchemaPlan(this.collection, this.server,
				this.steps.stream().filter((step) -> operations.test(step.difference().operation())).toList());
	}

	@Override
	public String toString() {
		if (this.steps.isEmpty()) {
			return "Collection '" + this.collection + "' is as it is declared";
		}
		List<List<String>> rows = new ArrayList<>();
		rows.add(List.of("field", "declared", "found", "in place"));
		for (SchemaStep step : this.steps) {
			SchemaDifference difference = step.difference();
			SchemaOperation operation = difference.operation();
			rows.add(List.of(difference.field(), difference.declared(), difference.found(), operation.isOn(this.server)
					? operation.call() : "not by " + this.server + ": " + operation.call()));
		}
		StringBuilder table = new StringBuilder();
		for (List<String> row : rows) {
			StringBuilder line = new StringBuilder();
			for (int column = 0; column < row.size(); column++) {
				int place = column;
				int width = rows.stream().mapToInt((one) -> one.get(place).length()).max().orElse(0);
				line.append("  ").append(row.get(column)).append(" ".repeat(width - row.get(column).length()));
			}
			table.append(line.toString().stripTrailing()).append('\n');
		}
		return table.toString();
	}

}
