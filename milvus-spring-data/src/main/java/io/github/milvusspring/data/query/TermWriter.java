package io.github.milvusspring.data.query;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.FieldType;
import io.github.milvusspring.data.mapping.MilvusNames;
import io.github.milvusspring.data.query.Subject.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes terms: properties, paths and what is computed from them.
 */
final class TermWriter {

	private static final String DYNAMIC_FIELDS = "$meta";

	private static final String ELEMENT = "$";

	private final @Nullable Function<String, @Nullable FieldSchema> fields;

	private final BiFunction<String, Object, Object> values;

	private final boolean ofElement;

	private TermWriter(@Nullable Function<String, @Nullable FieldSchema> fields,
			BiFunction<String, Object, Object> values, boolean ofElement) {
		this.fields = fields;
		this.values = values;
		this.ofElement = ofElement;
	}

	static TermWriter of(Function<String, @Nullable FieldSchema> fields, BiFunction<String, Object, Object> values) {
		return new TermWriter(fields, values, false);
	}

	/** A writer that knows nothing of the fields. */
	static TermWriter ofUnknown() {
		return new TermWriter(null, (name, value) -> value, false);
	}

	/** A writer for what is said of the elements of an array. */
	static TermWriter ofElements(Subject array) {
		FieldSchema field = array.field();
		Function<String, @Nullable FieldSchema> subFields = (name) -> subField(field, name);
		return new TermWriter(subFields, (name, value) -> value, true);
	}

	private static @Nullable FieldSchema subField(@Nullable FieldSchema array, String name) {
		List<FieldSchema> fields = (array != null) ? array.structFields() : List.of();
		return fields.stream().filter((field) -> field.name().equals(name)).findFirst().orElse(null);
	}

	Subject write(Term term) {
		if (term instanceof Term.Property property) {
			return property(property.name());
		}
		if (term instanceof Term.Key key) {
			return key(key);
		}
		if (term instanceof Term.Element element) {
			return element(element);
		}
		if (term instanceof Term.SubField subField) {
			return subField(subField);
		}
		if (term instanceof Term.Length length) {
			return length(write(length.array()));
		}
		return arithmetic((Term.Arithmetic) term);
	}

	private Subject property(String name) {
		FieldSchema field = (this.fields != null) ? this.fields.apply(name) : null;
		if (this.ofElement) {
			String text = name.equals(ELEMENT) ? ELEMENT : "$[" + legal(name) + "]";
			return new Subject(name, text, "", Kind.FIELD, field);
		}
		if (field != null) {
			String guard = field.nullable() ? field.name() + " is not null" : "";
			return new Subject(name, field.name(), guard, Kind.FIELD, field,
					(value) -> this.values.apply(field.name(), value));
		}
		String text = legal(name);
		return (this.fields != null) ? new Subject(name, text, "exists " + text, Kind.JSON, null)
				: new Subject(name, text, "", Kind.FIELD, null);
	}

	private static String legal(String name) {
		String illegal = MilvusNames.problemOf("field", name);
		if (illegal != null) {
			throw new InvalidDataAccessApiUsageException("A filter has the " + illegal);
		}
		return name;
	}

	private Subject key(Term.Key key) {
		boolean dynamic = key.base() instanceof Term.Property property && property.name().equals(DYNAMIC_FIELDS)
				&& !this.ofElement;
		Subject base = dynamic ? new Subject(DYNAMIC_FIELDS, DYNAMIC_FIELDS, "", Kind.JSON, null) : write(key.base());
		if (!(base.kind() == Kind.JSON || base.isField(FieldType.JSON))) {
			throw base.cannot("has no keys: only JSON has");
		}
		return path(base, key.name(), FilterLiterals.key(base.property(), key.name()));
	}

	private Subject element(Term.Element element) {
		Subject base = write(element.base());
		String index = Integer.toString(element.index());
		if (base.kind() == Kind.JSON || base.isDocument()) {
			return path(base, index, index);
		}
		boolean array = base.kind() == Kind.FIELD && (base.field() == null || base.field().type() == FieldType.ARRAY
				|| base.field().type() == FieldType.ARRAY_OF_STRUCT);
		if (!array) {
			throw base.cannot("has no elements: only an array or JSON has");
		}
		return new Subject(base.property() + "[" + index + "]", base.text() + "[" + index + "]", base.guard(),
				Kind.ELEMENT, base.field(), base.values());
	}

	private static Subject path(Subject base, String step, String written) {
		String text = base.text() + "[" + written + "]";
		return new Subject(base.property() + "." + step, text, "exists " + text, Kind.JSON, base.field());
	}

	private Subject subField(Term.SubField subField) {
		Subject base = write(subField.base());
		if (base.kind() != Kind.FIELD && base.kind() != Kind.ELEMENT) {
			throw base.cannot("has no sub-fields: only an array of structs has");
		}
		// Of all elements it is an array.
		FieldSchema field = (base.kind() == Kind.ELEMENT) ? subField(base.field(), subField.name()) : null;
		return new Subject(base.property() + "." + subField.name(), base.text() + "[" + legal(subField.name()) + "]",
				base.guard(), Kind.FIELD, field);
	}

	private static Subject length(Subject base) {
		boolean array = base.kind() == Kind.JSON
				|| (base.kind() == Kind.FIELD && (base.field() == null || base.isDocument()
						|| base.field().type() == FieldType.ARRAY || base.field().type() == FieldType.ARRAY_OF_STRUCT));
		if (!array) {
			throw base.cannot("has no length: only an array or JSON has");
		}
		return base.as(Kind.LENGTH, "array_length(" + base.text() + ")");
	}

	private Subject arithmetic(Term.Arithmetic arithmetic) {
		Subject left = write(arithmetic.left());
		String sign = arithmetic.sign().symbol();
		if (arithmetic.right() instanceof Duration time) {
			if (left.kind() != Kind.FIELD || (left.type() != null && left.type() != FieldType.TIMESTAMPTZ)) {
				throw left.cannot("is no point in time to add a duration to");
			}
			return left.as(Kind.TIME,
					left.text() + " " + sign + " INTERVAL '" + FilterLiterals.interval(left.property(), time) + "'");
		}
		boolean nested = arithmetic.left() instanceof Term.Arithmetic inner
				&& arithmetic.sign().bindsTighterThan(inner.sign());
		String text = (nested ? "(" + left.text() + ")" : left.text()) + " " + sign + " "
				+ number(left, arithmetic.divides(), (Number) arithmetic.right());
		Kind kind = left.isJson() ? Kind.JSON_NUMBER : Kind.NUMBER;
		return left.as((left.kind() == Kind.LENGTH) ? Kind.LENGTH : kind, text);
	}

	private static String number(Subject left, boolean divisor, Number number) {
		FieldType type = left.type();
		boolean decimal = type == FieldType.FLOAT || type == FieldType.DOUBLE;
		boolean numeric = type == null || decimal || type.isInteger();
		if (!numeric || left.kind() == Kind.TIME) {
			throw left.cannot("is no number to compute with");
		}
		// A server that divides integers could round the divisor to zero.
		boolean integer = type != null && !decimal && divisor;
		return integer ? FilterLiterals.literal(left.property(), FieldType.INT64, number)
				: FilterLiterals.number(left.property(), decimal, number);
	}

}
