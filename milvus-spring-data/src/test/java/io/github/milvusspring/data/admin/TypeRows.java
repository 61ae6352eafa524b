package io.github.milvusspring.data.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.core.RowOperations;
import io.github.milvusspring.data.model.CollectionSchema;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.Metric;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A collection made from the list of types, and rows of the extremes of each.
 *
 * @param collection the collection
 */
record TypeRows(CollectionSchema collection) {

	private static final int ROWS = 8;

	static TypeRows of(Predicate<FieldType> has, boolean nullable, List<FieldType> vectors) {
		List<FieldSchema> fields = new ArrayList<>();
		fields.add(FieldSchema.of("id", FieldType.INT64).primaryKey(true).build());
		for (FieldType type : FieldType.values()) {
			if (type.isVector() || type == FieldType.ARRAY || !has.test(type)) {
				continue;
			}
			add(fields, scalar(type), nullable);
			if (TypeValues.hasDefault(type)) {
				FieldSchema field = scalar(type);
				fields.add(copy(field, "_or_default").defaultValue(TypeValues.declaredDefault(type)).build());
			}
			if (TypeValues.isElement(type)) {
				add(fields, array(type), nullable);
			}
		}
		vectors.forEach((type) -> fields.add(vector(type)));
		return new TypeRows(CollectionSchema.of("types", fields).build());
	}

	static List<FieldType> vectors(Predicate<FieldType> has) {
		return Arrays.stream(FieldType.values()).filter((type) -> type.isVector() && has.test(type)).toList();
	}

	private static void add(List<FieldSchema> fields, FieldSchema field, boolean nullable) {
		fields.add(field);
		if (nullable) {
			fields.add(copy(field, "_or_null").nullable(true).build());
		}
	}

	private static FieldSchema scalar(FieldType type) {
		return FieldSchema.of(name(type), type).maxLength(length(type)).build();
	}

	private static FieldSchema array(FieldType element) {
		return FieldSchema.of("array_of_" + name(element), FieldType.ARRAY)
			.elementType(element)
			.maxLength(length(element))
			.maxCapacity(ROWS)
			.build();
	}

	private static FieldSchema vector(FieldType type) {
		Metric metric = switch (type) {
			case BINARY_VECTOR -> Metric.HAMMING;
			case SPARSE_FLOAT_VECTOR -> Metric.IP;
			default -> Metric.L2;
		};
		return FieldSchema.of(name(type), type)
			.dimension(type.isDense() ? TypeValues.DIMENSION : 0)
			.metric(metric)
			.build();
	}

	private static FieldSchema.Builder copy(FieldSchema field, String suffix) {
		return FieldSchema.of(field.name() + suffix, field.type())
			.elementType(field.elementType())
			.maxLength(field.maxLength())
			.maxCapacity(field.maxCapacity());
	}

	private static int length(FieldType type) {
		return (type == FieldType.VARCHAR) ? TypeValues.MAX_LENGTH : 0;
	}

	private static String name(FieldType type) {
		return type.name().toLowerCase(Locale.ROOT);
	}

	void comeBackAsTheyWere(MilvusTemplate template) {
		template.collections().create(this.collection);
		RowOperations rows = template.rows(this.collection.name());
		List<Map<String, Object>> written = new ArrayList<>();
		for (long id = 0; id < ROWS; id++) {
			written.add(row(id));
		}
		rows.insertAll(written.subList(0, ROWS / 2));
		rows.upsertAll(written.subList(ROWS / 2, ROWS));
		for (Map<String, Object> row : written) {
			Map<String, Object> found = rows.findAllById(List.of(row.get("id"))).get(0);
			assertThat(found).containsOnlyKeys(this.collection.fields().stream().map(FieldSchema::name).toList());
			for (FieldSchema field : this.collection.fields()) {
				assertThat(found.get(field.name())).as("%s of row %s", field, row.get("id"))
					.isEqualTo(read(field, row.get(field.name())));
			}
		}
	}

	Map<String, Object> row(long id) {
		Map<String, Object> row = new LinkedHashMap<>();
		for (FieldSchema field : this.collection.fields()) {
			List<Object> values = values(field);
			boolean absent = id % 3 == 1 && (field.nullable() || field.hasDefault());
			row.put(field.name(), field.primaryKey() ? id : absent ? null : values.get((int) id % values.size()));
		}
		return row;
	}

	private static List<Object> values(FieldSchema field) {
		FieldType element = field.elementType();
		return (element != null) ? TypeValues.arrays(element) : TypeValues.extremes(field.type());
	}

	private static Object read(FieldSchema field, Object written) {
		return (written == null && field.hasDefault()) ? TypeValues.readDefault(field.type()) : written;
	}

}
