package io.github.milvusspring.data.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.milvusspring.data.model.IndexSchema;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessException;

/**
 * Removes the differences of a plan, one after the other.
 */
final class SchemaUpdate {

	private static final Log LOG = LogFactory.getLog(SchemaUpdate.class);

	private final AdministrationCalls calls;

	private final IndexBuilds builds;

	SchemaUpdate(AdministrationCalls calls, SchemaOptions options) {
		this.calls = calls;
		this.builds = new IndexBuilds(calls, options);
	}

	/**
	 * Applies a plan, and waits until the new indexes are built.
	 * @param plan the plan
	 * @param indexes the declared indexes
	 * @param again compares the collection again, to find out whether another instance
	 * has already removed a difference
	 * @param release releases the collection of this name
	 */
	void apply(SchemaPlan plan, List<IndexSchema> indexes, Supplier<SchemaPlan> again, Consumer<String> release) {
		if (!plan.applicable()) {
			throw new SchemaMismatchException(plan);
		}
		if (plan.isEmpty()) {
			return;
		}
		LOG.info("Changing collection '" + plan.collection() + "':\n" + plan);
		if (plan.steps().stream().anyMatch(SchemaStep::released)) {
			LOG.warn("Collection '" + plan.collection() + "' is released to be changed: nothing is read until it is"
					+ " loaded again");
			release.accept(plan.collection());
		}
		List<String> built = new ArrayList<>();
		for (SchemaStep step : plan.steps()) {
			apply(plan.collection(), step, again);
			SchemaOperation operation = step.difference().operation();
			if (operation == SchemaOperation.CREATE_INDEX || operation == SchemaOperation.REBUILD_INDEX) {
				built.add(step.difference().field());
			}
		}
		this.builds.await(plan.collection(),
				indexes.stream().filter((index) -> built.contains(index.target())).toList());
	}

	// When several instances start at the same time, only one of them succeeds with each
	// step.
	private void apply(String collection, SchemaStep step, Supplier<SchemaPlan> again) {
		SchemaStep.Action action = step.action();
		if (action == null) {
			return;
		}
		try {
			action.calls(collection).forEach(this.calls::call);
		}
		catch (DataAccessException ex) {
			if (again.get().differences().contains(step.difference())) {
				throw ex;
			}
		}
	}

}
