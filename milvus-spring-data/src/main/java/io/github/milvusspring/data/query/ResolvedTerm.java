package io.github.milvusspring.data.query;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.JsonPosition;
import io.github.milvusspring.data.model.TextOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A term as it is written, and what is known of its values.
 *
 * @param property what the programmer calls it
 * @param text how it is written
 * @param guard the test that there is a value, empty where there always is one
 * @param kind what it is
 * @param field the field it is found in, {@code null} when that is not known
 * @param form how the field stores values
 * @param place where in a JSON document it is
 */
record ResolvedTerm(String property, String text, String guard, Kind kind, @Nullable FieldSchema field, StoredForm form,
		JsonPosition place) {

	/** What a term is. */
	enum Kind {

		/** A field as a whole, or a sub-field. */
		FIELD,
		/** A value within a JSON document, or a dynamic field. */
		JSON,
		/** An element of an array field. */
		ELEMENT,
		/** The length of an array. */
		LENGTH,
		/** A number computed from a field or element. */
		NUMBER,
		/** A number computed from a value within a JSON document, and whole numbers. */
		JSON_NUMBER,
		/** A number computed from a value within a JSON document, and fractions. */
		JSON_DECIMAL,
		/** A time computed from a field. */
		TIME

	}

	/** A field or sub-field whose values are stored as they are given. */
	static ResolvedTerm plain(String property, String text, String guard, @Nullable FieldSchema field) {
		return new ResolvedTerm(property, text, guard, Kind.FIELD, field, StoredForm.AS_GIVEN, JsonPosition.UNKNOWN);
	}

	/** A value within a JSON document. */
	static ResolvedTerm json(String property, String text, @Nullable FieldSchema field, JsonPosition place) {
		return new ResolvedTerm(property, text, "(exists " + text + ")", Kind.JSON, field, StoredForm.AS_GIVEN, place);
	}

	/**
	 * Writes a value: the one place where a value meets its field.
	 * @param value the value
	 * @return the literal
	 * @throws InvalidDataAccessApiUsageException when the value does not fit
	 */
	String literal(Object value) {
		if (isDocument()) {
			throw new InvalidDataAccessApiUsageException("Property '" + this.property
					+ "' is a JSON document, which has no value to compare: name a path, as '" + this.property
					+ ".key'");
		}
		return switch (this.kind) {
			case FIELD, ELEMENT -> FilterLiterals.literal(this.property, type(), this.form.writer().apply(value));
			case JSON -> FilterLiterals.literal(this.property, null, stored(this.place, value));
			case LENGTH -> FilterLiterals.literal(this.property, FieldType.INT64, value);
			case NUMBER, JSON_NUMBER, JSON_DECIMAL -> number(value);
			case TIME -> FilterLiterals.time(this.property, value);
		};
	}

	/** Writes a value that an array is said to contain. */
	String elementLiteral(Object value) {
		if (this.kind == Kind.JSON || isDocument()) {
			return FilterLiterals.literal(this.property, null, stored(this.place.element(), value));
		}
		FieldType type = (this.field != null) ? this.field.elementType() : null;
		return FilterLiterals.literal(this.property, type, this.form.writer().apply(value));
	}

	private Object stored(JsonPosition at, Object value) {
		// Said better than that it is no single value in JSON.
		if (value instanceof Iterable<?> || value.getClass().isArray()) {
			throw FilterLiterals.mismatch(this.property, "a value", value);
		}
		return at.toStored(value);
	}

	/**
	 * Tells how the values of this term sort, where they are stored as text.
	 * @param value the value that they are compared with
	 * @return the order
	 */
	TextOrder order(Object value) {
		FieldType type = type();
		boolean text = (this.kind == Kind.JSON) ? this.place.toStored(value) instanceof CharSequence
				: (this.kind == Kind.FIELD || this.kind == Kind.ELEMENT)
						&& (type == FieldType.VARCHAR || type == FieldType.TEXT);
		if (!text) {
			return TextOrder.AS_VALUES;
		}
		return (this.form.order() != null) ? this.form.order() : TextOrder.of(value.getClass());
	}

	private String number(Object value) {
		FieldType type = type();
		if (type != null && type.isInteger()) {
			return FilterLiterals.whole(this.property, value);
		}
		return FilterLiterals.number(this.property, type != null || this.kind == Kind.JSON_DECIMAL, value);
	}

	/** What type of value it has, {@code null} when that is not known. */
	@Nullable FieldType type() {
		if (this.kind == Kind.LENGTH) {
			return FieldType.INT64;
		}
		if (this.field == null || isJson()) {
			return null;
		}
		return (this.field.elementType() != null && this.kind != Kind.FIELD) ? this.field.elementType()
				: this.field.type();
	}

	boolean isJson() {
		return this.kind == Kind.JSON || this.kind == Kind.JSON_NUMBER || this.kind == Kind.JSON_DECIMAL;
	}

	boolean isDocument() {
		return this.kind == Kind.FIELD && this.field != null && this.field.type() == FieldType.JSON;
	}

	boolean isField(FieldType type) {
		return this.kind == Kind.FIELD && (this.field == null || this.field.type() == type);
	}

	/** What is true only when there is a value. */
	String present(String text) {
		return this.guard.isEmpty() ? text : this.guard + " and " + text;
	}

	/** The same term, written otherwise. */
	ResolvedTerm as(Kind kind, String text) {
		return new ResolvedTerm(this.property, text, this.guard, kind, this.field, this.form, this.place);
	}

	ResolvedTerm guardedBy(String guard) {
		return new ResolvedTerm(this.property, this.text, guard, this.kind, this.field, this.form, this.place);
	}

	InvalidDataAccessApiUsageException cannot(String advice) {
		FieldType type = type();
		return new InvalidDataAccessApiUsageException(
				"Property '" + this.property + "'" + ((type != null) ? " of type " + type : "") + " " + advice);
	}

}
