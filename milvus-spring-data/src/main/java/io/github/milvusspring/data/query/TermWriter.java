package io.github.milvusspring.data.query;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.FilterFields;
import io.github.milvusspring.data.model.JsonPosition;
import io.github.milvusspring.data.model.MilvusNames;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.query.ResolvedTerm.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes the terms of a filter, which are properties, paths and values computed from
 * them, as text of a Milvus expression.
 */
final class TermWriter {

	static final String DYNAMIC_FIELDS = "$meta";

	private static final String ELEMENT = "$";

	private final @Nullable FilterFields fields;

	private final boolean ofElement;

	private final MilvusServer server;

	private TermWriter(@Nullable FilterFields fields, boolean ofElement, MilvusServer server) {
		this.fields = fields;
		this.ofElement = ofElement;
		this.server = server;
	}

	static TermWriter of(FilterFields fields, MilvusServer server) {
		return new TermWriter(fields, false, server);
	}

	/** Returns a writer that does not know the fields of the collection. */
	static TermWriter ofUnknown() {
		return new TermWriter(null, false, MilvusServer.NEWEST);
	}

	/** Returns a writer for a filter on the elements of an array. */
	TermWriter ofElements(ResolvedTerm array) {
		FieldSchema field = array.field();
		return new TermWriter((name) -> subField(field, name), true, this.server);
	}

	/** Returns a writer for terms that name fields, not properties. */
	TermWriter ofFieldNames() {
		return new TermWriter((this.fields != null) ? this.fields.byFieldName() : null, this.ofElement, this.server);
	}

	MilvusServer server() {
		return this.server;
	}

	private static @Nullable FieldSchema subField(@Nullable FieldSchema array, String name) {
		List<FieldSchema> fields = (array != null) ? array.structFields() : List.of();
		return fields.stream().filter((field) -> field.name().equals(name)).findFirst().orElse(null);
	}

	ResolvedTerm write(Term term) {
		return write(term, List.of());
	}

	/**
	 * Writes a term that is compared with values.
	 * @param term the term
	 * @param values the values
	 * @return the written term
	 */
	ResolvedTerm write(Term term, Collection<?> values) {
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
		Term.Arithmetic arithmetic = (Term.Arithmetic) term;
		return arithmetic(arithmetic, hasFraction(arithmetic) || values.stream().anyMatch(TermWriter::isFraction));
	}

	private ResolvedTerm property(String name) {
		FieldSchema field = (this.fields != null) ? this.fields.field(name) : null;
		if (this.ofElement) {
			String text = name.equals(ELEMENT) ? ELEMENT : "$[" + legal(name) + "]";
			return ResolvedTerm.plain(name, text, "", field);
		}
		if (field != null) {
			String guard = field.nullable() ? field.name() + " is not null" : "";
			FilterFields known = Objects.requireNonNull(this.fields);
			String text = field.name().equals(DYNAMIC_FIELDS) ? DYNAMIC_FIELDS : legal(field.name());
			return new ResolvedTerm(name, text, guard, Kind.FIELD, field, StoredForm.of(known, name),
					(field.type() == FieldType.JSON) ? known.document(name) : JsonPosition.UNKNOWN);
		}
		if (this.fields == null) {
			return ResolvedTerm.plain(name, MilvusNames.isWord(name) ? dynamic(name) : legal(name), "", null);
		}
		JsonPosition place = this.fields.document(null).below(name);
		return ResolvedTerm.json(name, MilvusNames.isWord(name) ? dynamic(name) : legal(name), null, place);
	}

	// Writes a name that is a reserved word of Milvus filters as a key of $meta.
	private static String dynamic(String name) {
		return DYNAMIC_FIELDS + "[" + FilterLiterals.quoted(name) + "]";
	}

	private static String legal(String name) {
		String illegal = MilvusNames.problemOf("field", name);
		if (illegal != null) {
			throw new InvalidDataAccessApiUsageException("A filter has the " + illegal);
		}
		return name;
	}

	private ResolvedTerm key(Term.Key key) {
		boolean dynamic = key.base() instanceof Term.Property property && property.name().equals(DYNAMIC_FIELDS)
				&& !this.ofElement;
		if (dynamic) {
			JsonPosition place = (this.fields != null) ? this.fields.document(null) : JsonPosition.UNKNOWN;
			return path(ResolvedTerm.json(DYNAMIC_FIELDS, DYNAMIC_FIELDS, null, place), key.name());
		}
		ResolvedTerm base = write(key.base());
		if (!(base.kind() == Kind.JSON || base.isField(FieldType.JSON))) {
			throw base.cannot("has no keys: only JSON has");
		}
		return path(base, key.name());
	}

	private static ResolvedTerm path(ResolvedTerm base, String key) {
		String name = base.place().name(key);
		return ResolvedTerm.json(base.property() + "." + key,
				base.text() + "[" + FilterLiterals.quoted(base.property(), name) + "]", base.field(),
				base.place().below(key));
	}

	private ResolvedTerm element(Term.Element element) {
		ResolvedTerm base = write(element.base());
		String index = "[" + element.index() + "]";
		if (base.kind() == Kind.JSON || base.isDocument()) {
			return ResolvedTerm.json(base.property() + index, base.text() + index, base.field(),
					base.place().element());
		}
		boolean array = base.kind() == Kind.FIELD && (base.field() == null || base.field().type() == FieldType.ARRAY
				|| base.field().type() == FieldType.ARRAY_OF_STRUCT);
		if (!array) {
			throw base.cannot("has no elements: only an array or JSON has");
		}
		return new ResolvedTerm(base.property() + index, base.text() + index, base.guard(), Kind.ELEMENT, base.field(),
				base.form(), JsonPosition.UNKNOWN);
	}

	private ResolvedTerm subField(Term.SubField subField) {
		ResolvedTerm base = write(subField.base());
		if (base.kind() != Kind.FIELD && base.kind() != Kind.ELEMENT) {
			throw base.cannot("has no sub-fields: only an array of structs has");
		}
		// The sub-field of all elements is an array, to which the sub-field's type does
		// not apply.
		FieldSchema field = (base.kind() == Kind.ELEMENT) ? subField(base.field(), subField.name()) : null;
		return ResolvedTerm.plain(base.property() + "." + subField.name(),
				base.text() + "[" + legal(subField.name()) + "]", base.guard(), field);
	}

	private ResolvedTerm length(ResolvedTerm base) {
		boolean json = base.kind() == Kind.JSON || base.isDocument();
		boolean array = json || (base.kind() == Kind.FIELD && (base.field() == null
				|| base.field().type() == FieldType.ARRAY || base.field().type() == FieldType.ARRAY_OF_STRUCT));
		if (!array) {
			throw base.cannot("has no length: only an array or JSON has");
		}
		ResolvedTerm length = base.as(Kind.LENGTH, "array_length(" + base.text() + ")");
		return json ? length.guardedBy(arrayGuard(base)) : length;
	}

	/**
	 * Writes a condition that only JSON arrays satisfy, as far as the server can tell:
	 * servers other than Milvus Lite cannot distinguish an array from an object.
	 */
	String arrayGuard(ResolvedTerm json) {
		String text = json.text();
		if (json.isDocument() && (json.place().isArray() || this.server.lite())) {
			if (!json.place().isArray()) {
				throw json.cannot("is no list, and Milvus Lite cannot tell which of its documents are: ask for the "
						+ "rows that do contain something, or declare the property as a List");
			}
			return json.guard();
		}
		String present = json.isDocument() ? json.present("") : "(exists " + text + ") and ";
		return this.server.lite() ? "not (" + text + " like \"%\") and " + text + " * 0 != 0"
				: present + "not (" + text + " >= \"\") and not (" + text + " < 0 or " + text + " >= 0) and not ("
						+ text + " == true or " + text + " == false)";
	}

	private ResolvedTerm arithmetic(Term.Arithmetic arithmetic, boolean decimals) {
		ResolvedTerm left = (arithmetic.left() instanceof Term.Arithmetic inner) ? arithmetic(inner, decimals)
				: write(arithmetic.left());
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
				+ number(left, decimals, (Number) arithmetic.right());
		return left.as(!left.isJson() ? Kind.NUMBER : decimals ? Kind.JSON_DECIMAL : Kind.JSON_NUMBER, text);
	}

	private static String number(ResolvedTerm left, boolean decimals, Number number) {
		FieldType type = left.type();
		boolean decimal = type == FieldType.FLOAT || type == FieldType.DOUBLE;
		boolean numeric = type == null || decimal || type.isInteger();
		if (!numeric || left.kind() == Kind.TIME) {
			throw left.cannot("is no number to compute with");
		}
		// Some servers ignore a fraction that is combined with integers, or crash.
		return (type != null && type.isInteger()) ? FilterLiterals.whole(left.property(), number)
				: FilterLiterals.number(left.property(), decimal || (left.isJson() && decimals), number);
	}

	private static boolean hasFraction(Term term) {
		return term instanceof Term.Arithmetic arithmetic
				&& (isFraction(arithmetic.right()) || hasFraction(arithmetic.left()));
	}

	private static boolean isFraction(Object value) {
		return value instanceof Float || value instanceof Double || value instanceof BigDecimal;
	}

}
