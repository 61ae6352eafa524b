package io.github.milvusspring.data.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.mapping.CollectionSchema;
import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.FieldType;
import io.github.milvusspring.data.mapping.Metric;

/**
 * Finds how a collection differs from its declaration, field by field.
 */
final class SchemaComparison {

	private static final String MISSING = "(none)";

	private final List<SchemaDifference> differences = new ArrayList<>();

	private SchemaComparison() {
	}

	/**
	 * Compares.
	 * @param declared what the entity declares
	 * @param found what the server has
	 * @param metrics the metric of each indexed vector field that the server has
	 */
	static List<SchemaDifference> compare(CollectionSchema declared, CollectionSchema found,
			Map<String, Metric> metrics) {
		SchemaComparison comparison = new SchemaComparison();
		for (FieldSchema field : declared.fields()) {
			FieldSchema counterpart = found.field(field.name());
			if (counterpart == null) {
				comparison.add(field.name(), field.describeType(), MISSING);
			}
			else {
				comparison.field(field, counterpart);
				comparison.metric(field, metrics);
			}
		}
		for (FieldSchema field : found.fields()) {
			boolean required = !field.nullable() && !field.hasDefault() && !field.autoId();
			if (declared.field(field.name()) == null && required) {
				comparison.add(field.name(), MISSING, field.describeType() + ", required");
			}
		}
		return comparison.differences;
	}

	private void field(FieldSchema declared, FieldSchema found) {
		if (declared.type() != found.type() || declared.elementType() != found.elementType()
				|| declared.dimension() != found.dimension() || differ(declared.maxLength(), found.maxLength())
				|| differ(declared.maxCapacity(), found.maxCapacity())) {
			add(declared.name(), declared.describeType(), found.describeType());
		}
		flag(declared.name(), "nullable", declared.nullable(), found.nullable());
		flag(declared.name(), "primary key", declared.primaryKey(), found.primaryKey());
		flag(declared.name(), "auto id", declared.autoId(), found.autoId());
		flag(declared.name(), "partition key", declared.partitionKey(), found.partitionKey());
	}

	// Some servers do not say how long the elements of an array may be.
	private static boolean differ(int declared, int found) {
		return found != 0 && declared != found;
	}

	private void flag(String field, String name, boolean declared, boolean found) {
		if (declared != found) {
			add(field, (declared ? "" : "not ") + name, (found ? "" : "not ") + name);
		}
	}

	private void metric(FieldSchema field, Map<String, Metric> metrics) {
		if (field.type() == FieldType.FLOAT_VECTOR && field.metric() != null) {
			Metric found = metrics.get(field.name());
			if (found == null) {
				add(field.name(), "index with metric " + field.metric(), "no index");
			}
			else if (found != field.metric()) {
				add(field.name(), "metric " + field.metric(), "metric " + found);
			}
		}
	}

	private void add(String field, String declared, String found) {
		this.differences.add(new SchemaDifference(field, declared, found));
	}

}
