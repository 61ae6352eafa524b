package io.github.milvusspring.data.repository.support;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.query.ReadOptions;

import org.springframework.data.mapping.MappingException;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.query.ReturnedType;

/**
 * What becomes of the rows that are read: an entity stays, an interface shows some of its
 * properties, another class is made of them. Only what is shown is read.
 */
final class Projection {

	private final List<String> properties;

	private final RowProjection rows;

	private Projection(List<String> properties, RowProjection rows) {
		this.properties = List.copyOf(properties);
		this.rows = rows;
	}

	/**
	 * Finds the projection of a type.
	 * @throws IllegalArgumentException when rows cannot become what is wanted
	 */
	static Projection of(Class<?> element, MilvusPersistentEntity<?> entity, ProjectionFactory factory) {
		if (element.isAssignableFrom(entity.getType())) {
			return new Projection(List.of(), (row) -> row);
		}
		ReturnedType type = ReturnedType.of(element, entity.getType(), factory);
		if (element.isInterface()) {
			List<String> shown = type.getInputProperties();
			requireProperties(element, shown, entity);
			return new Projection(type.needsCustomConstruction() ? shown : List.of(),
					(row) -> factory.createProjection(element, row));
		}
		if (!type.isDtoProjection() || element.isArray() || element.isPrimitive()) {
			throw new IllegalArgumentException("returns " + element.getSimpleName() + ": return "
					+ entity.getType().getSimpleName() + ", or an interface or record of some of its properties");
		}
		List<String> needed = type.getInputProperties();
		requireProperties(element, needed, entity);
		if (needed.isEmpty()) {
			throw new IllegalArgumentException("returns " + element.getSimpleName()
					+ ", which has no constructor with the properties to show: add one, or write a record");
		}
		return new Projection(needed, new DtoProjection(element, entity, needed));
	}

	private static void requireProperties(Class<?> element, List<String> names, MilvusPersistentEntity<?> entity) {
		List<String> unknown = new ArrayList<>();
		for (String name : names) {
			MilvusPersistentProperty property = entity.getPersistentProperty(name);
			if (property == null) {
				unknown.add(name);
			}
		}
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException("returns " + element.getSimpleName() + " with " + unknown + ", which "
					+ entity.getType().getSimpleName() + " does not have");
		}
	}

	ReadOptions options(ReadOptions options) {
		return this.properties.isEmpty() ? options : options.withOutputFields(this.properties.toArray(String[]::new));
	}

	Object project(Object row) {
		try {
			return this.rows.project(row);
		}
		catch (RuntimeException | Error ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw new MappingException("A projection cannot be made: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Makes the projection of a row.
	 */
	@FunctionalInterface
	interface RowProjection {

		/**
		 * Makes the projection.
		 */
		Object project(Object row) throws Throwable;

	}

}
