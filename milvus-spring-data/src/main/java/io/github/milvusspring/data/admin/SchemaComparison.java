package io.github.milvusspring.data.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FunctionSchema;
import io.github.milvusspring.data.model.FunctionType;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.model.UnknownField;
import io.github.milvusspring.data.wire.CollectionRequests;
import org.jspecify.annotations.Nullable;

/**
 * Finds the differences between a collection and its declaration, and the calls that
 * remove each difference. Whatever exists only on the server is kept.
 */
final class SchemaComparison {

	static final String COLLECTION = "(collection)";

	private static final String MISSING = "(none)";

	private final CollectionSchema declared;

	private final CollectionSchema found;

	private final MilvusServer server;

	private final List<SchemaStep> steps = new ArrayList<>();

	private SchemaComparison(CollectionSchema declared, CollectionSchema found, MilvusServer server) {
		this.declared = declared;
		this.found = found;
		this.server = server;
	}

	/**
	 * Compares a collection with its declaration.
	 * @param declared the declared collection, adapted to what the server supports
	 * @param found the collection as the server describes it
	 * @param server the server
	 */
	static SchemaPlan compare(CollectionSchema declared, CollectionSchema found, MilvusServer server) {
		SchemaComparison comparison = new SchemaComparison(declared, found, server);
		comparison.fields();
		comparison.unknownFields();
		comparison.functions();
		comparison.indexes();
		comparison.settings();
		return new SchemaPlan(declared.name(), server, comparison.steps);
	}

	static SchemaPlan missing(CollectionSchema declared, MilvusServer server) {
		String text = declared.fields().size() + " fields, " + declared.indexes().size() + " indexes";
		SchemaStep step = new SchemaStep(
				new SchemaDifference(COLLECTION, text, MISSING, SchemaOperation.CREATE_COLLECTION), null, false);
		return new SchemaPlan(declared.name(), server, List.of(step));
	}

	private void fields() {
		for (FieldSchema field : this.declared.fields()) {
			FieldSchema counterpart = this.found.field(field.name());
			UnknownField unknown = this.found.unknownField(field.name());
			if (unknown != null) {
				impossible(field.name(), field.describeType(), unknown.type());
			}
			else if (counterpart != null) {
				this.steps.addAll(FieldComparison.compare(field, counterpart));
			}
			else {
				missing(field);
			}
		}
		for (FieldSchema field : this.found.fields()) {
			boolean required = !field.nullable() && !field.hasDefault() && !field.autoId() && !field.functionOutput();
			if (this.declared.field(field.name()) == null && required) {
				impossible(field.name(), MISSING, field.describeType() + ", required");
			}
		}
	}

	private void unknownFields() {
		for (UnknownField field : this.found.unknownFields()) {
			if (field.required() && this.declared.field(field.name()) == null) {
				impossible(field.name(), MISSING, field.type() + ", required");
			}
		}
	}

	private void missing(FieldSchema field) {
		boolean addable = field.nullable() && !field.functionOutput() && !field.partitionKey() && !field.clusteringKey()
				&& field.structFields().isEmpty();
		String text = field.describeType() + (field.nullable() ? ", nullable" : "");
		if (addable) {
			add(field.name(), text, MISSING, SchemaOperation.ADD_FIELD,
					(name) -> List.of(CollectionRequests.addField(name, field)));
		}
		else {
			impossible(field.name(), text, MISSING);
		}
	}

	private void functions() {
		for (FunctionSchema function : this.declared.functions()) {
			FunctionSchema counterpart = this.found.functions()
				.stream()
				.filter((one) -> one.outputs().equals(function.outputs()))
				.findFirst()
				.orElse(null);
			boolean embedding = function.type() == FunctionType.TEXT_EMBEDDING;
			String output = String.join(", ", function.outputs());
			if (counterpart == null) {
				boolean addable = embedding
						&& function.outputs().stream().allMatch((one) -> this.found.field(one) != null);
				if (addable) {
					add(output, describe(function), "no function", SchemaOperation.ADD_FUNCTION,
							(name) -> List.of(CollectionRequests.addFunction(name, function)));
				}
				else {
					impossible(output, describe(function), "no function");
				}
			}
			else if (counterpart.type() != function.type() || !counterpart.inputs().equals(function.inputs())) {
				impossible(output, describe(function), describe(counterpart));
			}
			else if (!counterpart.parameters().entrySet().containsAll(function.parameters().entrySet())) {
				FunctionSchema altered = new FunctionSchema(counterpart.name(), function.type(), function.inputs(),
						function.outputs(), function.parameters());
				add(output, describe(function), describe(counterpart), SchemaOperation.ALTER_FUNCTION,
						(name) -> List.of(CollectionRequests.alterFunction(name, altered)));
			}
		}
	}

	private static String describe(FunctionSchema function) {
		return function.type() + " of " + String.join(", ", function.inputs())
				+ (function.parameters().isEmpty() ? "" : " " + new java.util.TreeMap<>(function.parameters()));
	}

	private void indexes() {
		for (IndexSchema index : this.declared.indexes()) {
			SchemaStep step = IndexComparison.compare(index, find(index), this.server.lite());
			if (step != null) {
				this.steps.add(step);
			}
		}
	}

	private @Nullable IndexSchema find(IndexSchema index) {
		return this.found.indexes()
			.stream()
			.filter((one) -> one.target().equals(index.target()))
			.findFirst()
			.orElse(null);
	}

	private void settings() {
		if (this.declared.dynamic() && !this.found.dynamic()) {
			if (this.server.lite()) {
				impossible(COLLECTION, "dynamic fields", "no dynamic fields");
			}
			else {
				alter("dynamic fields", "no dynamic fields", Map.of("dynamicfield.enabled", "true"));
			}
		}
		number("shards", this.declared.shards(), this.found.shards());
		number("partitions", this.declared.partitions(), this.found.partitions());
		ConsistencyLevel level = this.declared.consistency();
		if (level != null && level != this.found.consistency()) {
			alter("consistency " + level, "consistency " + this.found.consistency(),
					Map.of("consistency_level", Integer.toString(level.number())));
		}
		this.declared.properties().forEach((name, value) -> {
			String known = this.found.properties().get(name);
			if (!value.equals(known)) {
				alter(name + "=" + value, (known != null) ? name + "=" + known : "no " + name, Map.of(name, value));
			}
		});
	}

	private void number(String name, int declared, int found) {
		if (declared > 0 && found > 0 && declared != found) {
			impossible(COLLECTION, declared + " " + name, found + " " + name);
		}
	}

	private void alter(String declared, String found, Map<String, String> properties) {
		this.steps
			.add(new SchemaStep(new SchemaDifference(COLLECTION, declared, found, SchemaOperation.ALTER_COLLECTION),
					(name) -> List.of(CollectionRequests.alter(name, properties)),
					properties.keySet().stream().anyMatch(FieldComparison::isOnlyForReleased)));
	}

	private void add(String field, String declared, String found, SchemaOperation operation, SchemaStep.Action action) {
		this.steps.add(new SchemaStep(new SchemaDifference(field, declared, found, operation),
				Objects.requireNonNull(action), false));
	}

	private void impossible(String field, String declared, String found) {
		this.steps.add(SchemaStep.impossible(field, declared, found));
	}

}
