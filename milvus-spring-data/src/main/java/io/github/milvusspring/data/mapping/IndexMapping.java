package io.github.milvusspring.data.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.IndexRule;
import io.github.milvusspring.data.model.IndexSchema;
import io.github.milvusspring.data.model.Metric;
import org.jspecify.annotations.Nullable;

/**
 * Reads the indexes that one property declares, and collects the problems with them.
 */
final class IndexMapping {

	private final FieldSchema field;

	private final List<IndexSchema> indexes = new ArrayList<>();

	private final Problems problems;

	private IndexMapping(MilvusPersistentProperty property, FieldSchema field, Problems problems) {
		this.field = field;
		this.problems = problems;
		MilvusIndexes several = property.findAnnotation(MilvusIndexes.class);
		List<MilvusIndex> annotations = new ArrayList<>((several != null) ? List.of(several.value()) : List.of());
		MilvusIndex one = property.findAnnotation(MilvusIndex.class);
		if (one != null && !annotations.contains(one)) {
			annotations.add(one);
		}
		annotations.forEach(this::add);
	}

	static List<IndexSchema> of(MilvusPersistentProperty property, FieldSchema field, Problems problems) {
		return new IndexMapping(property, field, problems).indexes;
	}

	private void add(MilvusIndex annotation) {
		Map<String, String> parameters = NamedParameters.of("@MilvusIndex(params)", annotation.params(), this.problems);
		this.problems.addAll(IndexRule.problems(annotation.type(), parameters));
		Map<String, String> extra = NamedParameters.of("@MilvusIndex(extraParams)", annotation.extraParams(),
				this.problems);
		if (annotation.metric().length > 1 || annotation.castType().length > 1) {
			this.problems.add("@MilvusIndex with several metrics or types to cast to: keep one");
		}
		IndexSchema index = new IndexSchema(this.field.name(), this.field.name(), annotation.type(), metric(annotation),
				parameters)
			.with(extra);
		String unsuited = index.unsuited(this.field);
		if (unsuited != null) {
			this.problems.add(unsuited);
		}
		index = located(index, annotation);
		this.indexes.add(annotation.name().isEmpty() ? index : index.named(annotation.name()));
	}

	private @Nullable Metric metric(MilvusIndex annotation) {
		return (annotation.metric().length > 0) ? annotation.metric()[0] : this.field.metric();
	}

	private IndexSchema located(IndexSchema index, MilvusIndex annotation) {
		boolean json = this.field.type() == FieldType.JSON;
		boolean path = !annotation.path().isEmpty();
		boolean cast = annotation.castType().length > 0;
		if (!json && (path || cast)) {
			this.problems.add("@MilvusIndex with a path or castType and is " + this.field.describeType()
					+ ": leave them out, only JSON has paths");
			return index;
		}
		if (json && (!path || !cast)) {
			this.problems.add("@MilvusIndex on JSON without path and castType: write, for example,"
					+ " path = \"city\", castType = JsonCastType.VARCHAR");
			return index;
		}
		return json ? index.at(annotation.path(), annotation.castType()[0]) : index;
	}

}
