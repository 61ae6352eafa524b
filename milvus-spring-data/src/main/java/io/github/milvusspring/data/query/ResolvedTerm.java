package io.github.milvusspring.data.query;

import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.JsonPosition;
import io.github.milvusspring.data.model.TextOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A term of a filter as text of a Milvus expression, together with what is known about
 * its values.
 *
 * @param property the name that the programmer uses
 * @param text the text in the expression
 * @param guard the condition that a value is present, empty if one always is
 * @param kind the kind of term
 * @param field the field that contains it, {@code null} if that is unknown
 * @param form how the field stores values
 * @param place its position in a JSON document
 */
record ResolvedTerm(String property, String text, String guard, Kind kind, @Nullable FieldSchema field, StoredForm form,
		JsonPosition place) {

	/** The kind of a term. */
	enum Kind {

		/** A complete field, or a sub-field. */
		FIELD,
		/** A value within a JSON document, or a dynamic field. */
		JSON,
		/** An element of an array field. */
		ELEMENT,
		/** The length of an array. */
		LENGTH,
		/** A number computed from a field or element. */
		NUMBER,
		/** A number computed from a value within a JSON document and integers. */
		JSON_NUMBER,
		/** A number computed from a value within a JSON document and fractions. */
		JSON_DECIMAL,
		/** A time computed from a field. */
		TIME

	}

	/** Returns a field or sub-field whose values are stored as they are given. */
	static ResolvedTerm plain(String property, String text, String guard, @Nullable FieldSchema field) {
		return new ResolvedTerm(property, text, guard, Kind.FIELD, field, StoredForm.AS_GIVEN, JsonPosition.UNKNOWN);
	}

	/** Returns a value within a JSON document. */
	static ResolvedTerm json(String property, String text, @Nullable FieldSchema field, JsonPosition place) {
		return new ResolvedTerm(property, text, "(exists " + text + ")", Kind.JSON, field, StoredForm.AS_GIVEN, place);
	}

	/**
	 * Writes a value that is compared with this term.
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

	/** Writes a value that is compared with the elements of this array. */
	String elementLiteral(Object value) {
		if (this.kind == Kind.JSON || isDocument()) {
			return FilterLiterals.literal(this.property, null, stored(this.place.element(), value));
		}
		FieldType type = (this.field != null) ? this.field.elementType() : null;
		return FilterLiterals.literal(this.property, type, this.form.writer().apply(value));
	}

	private Object stored(JsonPosition at, Object value) {
		// This message is clearer than the one for a value that is not a single JSON
		// value.
		if (value instanceof Iterable<?> || value.getClass().isArray()) {
			throw FilterLiterals.mismatch(this.property, "a value", value);
		}
		return at.toStored(value);
	}

	/**
	 * Returns how the values of this term sort if they are stored as text.
	 * @param value the value that they are compared with
	 * @return the order
	 */
	TextOrder order(Object value) {
		FieldType type = type();
		boolean text = (this.kind == Kind.JSON) ? this.place.toStored(value) instanceof CharSequence
				: (this.kind == Kind.FIELD || this.kind == Kind.ELEMENT) && type != null && type.isText();
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

	/** Returns the type of the values, {@code null} if it is unknown. */
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

	/** Adds the condition that a value is present. */
	String present(String text) {
		return this.guard.isEmpty() ? text : this.guard + " and " + text;
	}

	/** Returns the same term with another kind and text. */
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
