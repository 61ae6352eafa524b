package io.github.milvusspring.data.admin;

import java.util.List;

import io.github.milvusspring.data.model.MilvusServer;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Thrown when a collection differs from its declaration.
 */
public final class SchemaMismatchException extends InvalidDataAccessResourceUsageException {

	private final transient SchemaPlan plan;

	SchemaMismatchException(SchemaPlan plan) {
		super("Collection '" + plan.collection() + "' is not as its entity declares it:\n" + plan + advice(plan)
				+ "; nothing was changed");
		this.plan = plan;
	}

	private static String advice(SchemaPlan plan) {
		if (plan.applicable()) {
			return "Set milvus.schema.mode=update to have Milvus change it in place, or change the entity";
		}
		MilvusServer server = plan.stoppedBy();
		if (server != null && !server.lite()) {
			return "Other versions than " + server
					+ " have the calls that are named: change the server or the entity, or drop the collection";
		}
		if (server != null) {
			return "Milvus Lite cannot change the fields of a collection, which Milvus standalone, a Milvus cluster"
					+ " and Zilliz Cloud can where a call is named: drop the collection, or change the entity";
		}
		return "Change the entity, or drop or rename the collection";
	}

	/**
	 * Returns the name of the collection.
	 * @return the name
	 */
	public String getCollection() {
		return this.plan.collection();
	}

	/**
	 * Returns every difference.
	 * @return the differences, at least one
	 */
	public List<SchemaDifference> getDifferences() {
		return this.plan.differences();
	}

	/**
	 * Returns the plan, which holds the differences and how Milvus can remove them.
	 * @return the plan
	 */
	public SchemaPlan getPlan() {
		return this.plan;
	}

}
