package io.github.milvusspring.data.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.milvusspring.data.model.ArrayChange;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.core.PropertyReference;
import org.springframework.util.Assert;

/**
 * What changes in one row: everything that is not named stays as it is.
 *
 * <p>
 * Values are immutable, and so is an update: each method returns a new one. A property is
 * named by its own name, the name of its field, or a method reference, such as
 * {@code Book::price}.
 */
public final class Update {

	private final Object id;

	private final Map<String, Change> changes;

	private Update(Object id, Map<String, Change> changes) {
		this.id = id;
		this.changes = changes;
	}

	/**
	 * Starts an update of a row.
	 * @param id the key of the row
	 * @return an update that changes nothing yet
	 */
	public static Update of(Object id) {
		Assert.notNull(id, "Id must not be null");
		return new Update(id, Map.of());
	}

	/**
	 * Returns the key of the row.
	 * @return the key
	 */
	public Object id() {
		return this.id;
	}

	/**
	 * Returns a copy that also sets a property.
	 * @param property the property
	 * @param value the new value, {@code null} for null
	 * @return the copy
	 */
	public Update set(String property, @Nullable Object value) {
		Assert.notNull(property, "Property must not be null");
		return with(property, new Change(null, value));
	}

	/**
	 * Returns a copy that also sets a property.
	 * @param <T> the entity class
	 * @param <P> the type of the property
	 * @param property the property
	 * @param value the new value, {@code null} for null
	 * @return the copy
	 */
	public <T, P> Update set(PropertyReference<T, P> property, @Nullable P value) {
		Assert.notNull(property, "Property must not be null");
		return set(PropertySelection.name(property), value);
	}

	/**
	 * Returns a copy that also sets a property to null.
	 * @param property a property whose field is nullable
	 * @return the copy
	 */
	public Update setNull(String property) {
		Assert.notNull(property, "Property must not be null");
		return set(property, null);
	}

	/**
	 * Returns a copy that also appends to an array, which a Milvus server can from 2.6.17
	 * on.
	 * @param property the property
	 * @param elements the elements, which come after those that are there
	 * @return the copy
	 */
	public Update append(String property, Object... elements) {
		Assert.notNull(property, "Property must not be null");
		Assert.notNull(elements, "Elements must not be null");
		return append(property, Arrays.asList(elements));
	}

	/**
	 * Returns a copy that also appends to an array, which a Milvus server can from 2.6.17
	 * on.
	 * @param property the property
	 * @param elements the elements, which come after those that are there
	 * @return the copy
	 */
	public Update append(String property, Collection<?> elements) {
		Assert.notNull(property, "Property must not be null");
		Assert.notNull(elements, "Elements must not be null");
		return with(property, new Change(ArrayChange.APPEND, new ArrayList<>(elements)));
	}

	/**
	 * Returns a copy that also takes elements out of an array, wherever they are, which a
	 * Milvus server can from 2.6.17 on.
	 * @param property the property
	 * @param elements the elements
	 * @return the copy
	 */
	public Update remove(String property, Object... elements) {
		Assert.notNull(property, "Property must not be null");
		Assert.notNull(elements, "Elements must not be null");
		return remove(property, Arrays.asList(elements));
	}

	/**
	 * Returns a copy that also takes elements out of an array, wherever they are, which a
	 * Milvus server can from 2.6.17 on.
	 * @param property the property
	 * @param elements the elements
	 * @return the copy
	 */
	public Update remove(String property, Collection<?> elements) {
		Assert.notNull(property, "Property must not be null");
		Assert.notNull(elements, "Elements must not be null");
		return with(property, new Change(ArrayChange.REMOVE, new ArrayList<>(elements)));
	}

	/**
	 * Returns this update of the row with another key.
	 * @param id the key
	 * @return a new update
	 */
	public Update withId(Object id) {
		Assert.notNull(id, "Id must not be null");
		return new Update(id, this.changes);
	}

	/**
	 * Returns the changes.
	 * @return the changes, by the name that each property was given by
	 */
	public Map<String, Change> changes() {
		return this.changes;
	}

	// One call carries one value of a field.
	private Update with(String property, Change change) {
		Change known = this.changes.get(property);
		if (known != null && (known.array() != null || change.array() != null)) {
			throw new InvalidDataAccessApiUsageException("An update changes '" + property
					+ "' twice, and appends to it or removes from it: write two updates, one after the other");
		}
		Map<String, Change> all = new LinkedHashMap<>(this.changes);
		all.put(property, change);
		return new Update(this.id, all);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Update that && this.id.equals(that.id) && this.changes.equals(that.changes);
	}

	@Override
	public int hashCode() {
		return 31 * this.id.hashCode() + this.changes.hashCode();
	}

	@Override
	public String toString() {
		List<String> parts = new ArrayList<>();
		this.changes.forEach((property, change) -> parts
			.add(((change.array() != null) ? change.array().name().toLowerCase(Locale.ROOT) : "set") + " " + property));
		return "update of " + this.id + ": " + String.join(", ", parts);
	}

	/**
	 * What happens to one property.
	 *
	 * @param array how the value goes into an array, {@code null} to replace what is
	 * there
	 * @param value the value
	 */
	public record Change(@Nullable ArrayChange array, @Nullable Object value) {
	}

}
