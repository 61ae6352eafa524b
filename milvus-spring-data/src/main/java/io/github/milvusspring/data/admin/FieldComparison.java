package io.github.milvusspring.data.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.milvusspring.data.model.AnalyzerSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.wire.CollectionRequests;
import org.jspecify.annotations.Nullable;

/**
 * Finds the differences between a declared field and the field that the server has.
 */
final class FieldComparison {

	private static final Set<String> STANDARD = Set.of("", "{\"type\":\"standard\"}", "{\"tokenizer\":\"standard\"}");

	private final FieldSchema declared;

	private final FieldSchema found;

	private final List<SchemaStep> steps = new ArrayList<>();

	private FieldComparison(FieldSchema declared, FieldSchema found) {
		this.declared = declared;
		this.found = found;
	}

	static List<SchemaStep> compare(FieldSchema declared, FieldSchema found) {
		FieldComparison comparison = new FieldComparison(declared, found);
		comparison.type();
		comparison.flag("nullable", declared.nullable(), found.nullable());
		comparison.flag("primary key", declared.primaryKey(), found.primaryKey());
		comparison.flag("auto id", declared.autoId(), found.autoId());
		comparison.flag("partition key", declared.partitionKey(), found.partitionKey());
		comparison.flag("clustering key", declared.clusteringKey(), declared.clusteringKey() && found.clusteringKey());
		comparison.defaultValue();
		comparison.analyzer();
		comparison.properties();
		return comparison.steps;
	}

	/**
	 * Tells whether the server refuses to change a property while the collection is
	 * loaded.
	 */
	static boolean isOnlyForReleased(String property) {
		return isMmap(property) || property.startsWith("warmup");
	}

	private static boolean isMmap(String property) {
		return property.startsWith("mmap");
	}

	private void type() {
		boolean length = differ(this.declared.maxLength(), this.found.maxLength());
		boolean capacity = differ(this.declared.maxCapacity(), this.found.maxCapacity());
		boolean kind = this.declared.type() != this.found.type()
				|| this.declared.elementType() != this.found.elementType()
				|| this.declared.dimension() != this.found.dimension()
				|| !structs(this.declared).equals(structs(this.found));
		if (!kind && !length && !capacity) {
			return;
		}
		Map<String, String> room = new TreeMap<>();
		if (length) {
			room.put("max_length", Integer.toString(this.declared.maxLength()));
		}
		if (capacity) {
			room.put("max_capacity", Integer.toString(this.declared.maxCapacity()));
		}
		boolean more = this.declared.maxLength() >= this.found.maxLength()
				&& this.declared.maxCapacity() >= this.found.maxCapacity() && this.declared.structFields().isEmpty();
		if (!kind && more) {
			alter(this.declared.describeType(), this.found.describeType(), room);
		}
		else {
			impossible(this.declared.describeType(), this.found.describeType());
		}
	}

	// Some servers do not report the maximum length of the elements of an array.
	private static boolean differ(int declared, int found) {
		return found != 0 && declared != found;
	}

	// Sorted by name, because Milvus may return the fields in another order.
	private static Map<String, String> structs(FieldSchema field) {
		Map<String, String> fields = new TreeMap<>();
		for (FieldSchema one : field.structFields()) {
			FieldType type = (one.elementType() != null) ? one.elementType() : one.type();
			fields.put(one.name(), type + " " + one.dimension() + " " + one.maxLength());
		}
		return fields;
	}

	private void flag(String name, boolean declared, boolean found) {
		if (declared != found) {
			impossible((declared ? "" : "not ") + name, (found ? "" : "not ") + name);
		}
	}

	private void defaultValue() {
		Object declared = value(this.declared.defaultValue());
		Object found = value(this.found.defaultValue());
		// The server may format a TIMESTAMPTZ in another way, so a declared and a found
		// default value are not compared.
		if (declared != null && !declared.equals(found)
				&& (found == null || this.declared.type() != FieldType.TIMESTAMPTZ)) {
			impossible("default " + declared, (found != null) ? "default " + found : "no default");
		}
	}

	private @Nullable Object value(@Nullable Object value) {
		return (this.declared.type() == FieldType.FLOAT && value instanceof Number number)
				? (Object) number.floatValue() : value;
	}

	private void analyzer() {
		AnalyzerSchema declared = this.declared.analyzer();
		AnalyzerSchema found = this.found.analyzer();
		if (declared == null) {
			return;
		}
		boolean same = found != null && (!declared.match() || found.match())
				&& same(declared.parametersAsJson(), found.parametersAsJson())
				&& declared.byLanguageAsJson().equals(found.byLanguageAsJson());
		if (!same) {
			impossible(describe(declared), describe(found));
		}
	}

	private static boolean same(String declared, String found) {
		return declared.equals(found) || (STANDARD.contains(declared) && STANDARD.contains(found));
	}

	private static String describe(@Nullable AnalyzerSchema analyzer) {
		if (analyzer == null) {
			return "no analyzer";
		}
		String json = analyzer.parametersAsJson() + analyzer.byLanguageAsJson();
		return "analyzer " + (STANDARD.contains(json) ? "standard" : json) + (analyzer.match() ? ", match" : "");
	}

	private void properties() {
		this.declared.properties().forEach((name, value) -> {
			String known = this.found.properties().get(name);
			// mmap_enabled is another name of the same property, from another version of
			// Milvus.
			known = (known == null && isMmap(name)) ? this.found.properties().get("mmap_enabled") : known;
			if (!value.equalsIgnoreCase(known)) {
				alter(name + "=" + value, (known != null) ? name + "=" + known : "no " + name, Map.of(name, value));
			}
		});
	}

	private void alter(String declared, String found, Map<String, String> properties) {
		String field = this.declared.name();
		this.steps.add(new SchemaStep(new SchemaDifference(field, declared, found, SchemaOperation.ALTER_FIELD),
				(name) -> List.of(CollectionRequests.alterField(name, field, properties)),
				properties.keySet().stream().anyMatch(FieldComparison::isOnlyForReleased)));
	}

	private void impossible(String declared, String found) {
		this.steps.add(SchemaStep.impossible(this.declared.name(), declared, found));
	}

}
