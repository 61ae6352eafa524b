package io.github.milvusspring.data.query;

import java.util.function.UnaryOperator;

import io.github.milvusspring.data.mapping.FieldSchema;
import io.github.milvusspring.data.mapping.FieldType;
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
 * @param values makes the stored form of a value of the field
 */
record Subject(String property, String text, String guard, Kind kind, @Nullable FieldSchema field,
		UnaryOperator<Object> values) {

	Subject(String property, String text, String guard, Kind kind, @Nullable FieldSchema field) {
		this(property, text, guard, kind, field, UnaryOperator.identity());
	}

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
		/** A number computed from a value within a JSON document. */
		JSON_NUMBER,
		/** A time computed from a field. */
		TIME

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
			case FIELD, ELEMENT -> FilterLiterals.literal(this.property, type(), this.values.apply(value));
			case JSON, LENGTH -> FilterLiterals.literal(this.property, type(), value);
			case NUMBER, JSON_NUMBER -> number(value);
			case TIME -> FilterLiterals.time(this.property, value);
		};
	}

	/**
	 * Writes a value that an array is asked for.
	 */
	String elementLiteral(Object value) {
		FieldType type = (this.kind == Kind.FIELD && this.field != null) ? this.field.elementType() : null;
		return FilterLiterals.literal(this.property, type, this.values.apply(value));
	}

	private String number(Object value) {
		FieldType type = type();
		boolean decimal = type == FieldType.FLOAT || type == FieldType.DOUBLE;
		return FilterLiterals.number(this.property, decimal, value);
	}

	/**
	 * Returns the type of the values, {@code null} when it is not known.
	 */
	@Nullable FieldType type() {
		if (this.kind == Kind.LENGTH) {
			return FieldType.INT64;
		}
		if (this.field == null || this.kind == Kind.JSON || this.kind == Kind.JSON_NUMBER) {
			return null;
		}
		return (this.field.elementType() != null && this.kind != Kind.FIELD) ? this.field.elementType()
				: this.field.type();
	}

	boolean isJson() {
		return this.kind == Kind.JSON || this.kind == Kind.JSON_NUMBER;
	}

	/** Tells whether this is a JSON document as a whole. */
	boolean isDocument() {
		return this.kind == Kind.FIELD && this.field != null && this.field.type() == FieldType.JSON;
	}

	boolean isField(FieldType type) {
		return this.kind == Kind.FIELD && (this.field == null || this.field.type() == type);
	}

	/**
	 * Adds that there is a value: servers differ in whether null is different from a
	 * value.
	 */
	String present(String text) {
		return this.guard.isEmpty() ? text : this.guard + " and " + text;
	}

	Subject as(Kind kind, String text) {
		return new Subject(this.property, text, this.guard, kind, this.field, this.values);
	}

	InvalidDataAccessApiUsageException cannot(String advice) {
		FieldType type = type();
		return new InvalidDataAccessApiUsageException(
				"Property '" + this.property + "'" + ((type != null) ? " of type " + type : "") + " " + advice);
	}

}
