package io.github.milvusspring.data.convert;

import java.util.ArrayList;
import java.util.List;

import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.wire.column.ColumnSet;

import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.PreferredConstructor;
import org.springframework.data.mapping.model.PreferredConstructorDiscoverer;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.query.ReturnedType;

/**
 * Chooses the reader that converts rows to results: to entities, to objects of an
 * interface that exposes some properties, or to objects of a class whose constructor
 * takes some. Only the properties that the result needs are read.
 *
 * @param <T> the class of the entity
 * @param entities reads entities
 * @param json reads JSON
 * @param factory creates objects of interfaces
 */
record ResultReaders<T>(EntityConverter<T> entities, MilvusJson json, ProjectionFactory factory) {

	@SuppressWarnings("unchecked")
	<R> RowReader<R> of(Class<R> result) {
		Class<?> type = entity().getType();
		if (result.isAssignableFrom(type)) {
			return (RowReader<R>) this.entities;
		}
		if (result.isArray() || result.isPrimitive() || result.getName().startsWith("java.")) {
			throw impossible(result);
		}
		ReturnedType returned = ReturnedType.of(result, type, this.factory);
		if (result.isInterface()) {
			List<MilvusPersistentProperty> shown = properties(result, returned.getInputProperties());
			return returned.needsCustomConstruction() ? new InterfaceReader<>(slots(shown), result, this.factory)
					: new OpenReader<>(this.entities, result, this.factory);
		}
		if (!returned.isDtoProjection()) {
			throw impossible(result);
		}
		return dto(result, returned);
	}

	private MappingException impossible(Class<?> result) {
		String type = entity().getType().getSimpleName();
		return new MappingException(result.getSimpleName() + ", which rows of " + type + " cannot become: write " + type
				+ ", or an interface or record of some of its properties");
	}

	private <R> RowReader<R> dto(Class<R> result, ReturnedType returned) {
		List<MilvusPersistentProperty> shown = properties(result, returned.getInputProperties());
		PreferredConstructor<R, ?> constructor = PreferredConstructorDiscoverer.discover(result);
		if (shown.isEmpty() || constructor == null || constructor.getParameterCount() != shown.size()) {
			throw new MappingException(result.getSimpleName()
					+ ", which has no constructor with the properties to show: add one, or write a record");
		}
		for (int i = 0; i < shown.size(); i++) {
			Class<?> taken = constructor.getConstructor().getParameterTypes()[i];
			Class<?> shownType = shown.get(i).getType();
			if (!AssignableTypes.takes(taken, shownType)) {
				throw new MappingException(result.getSimpleName() + " with '" + shown.get(i).getName() + "' of type "
						+ taken.getSimpleName() + ", which is of type " + shownType.getSimpleName() + " in "
						+ entity().getType().getSimpleName());
			}
		}
		return new DtoReader<>(slots(shown), constructor.getConstructor());
	}

	private List<MilvusPersistentProperty> properties(Class<?> result, List<String> names) {
		List<MilvusPersistentProperty> properties = new ArrayList<>();
		List<String> unknown = new ArrayList<>();
		for (String name : names) {
			MilvusPersistentProperty property = entity().getPersistentProperty(name);
			if (property == null) {
				unknown.add(name);
			}
			else {
				properties.add(property);
			}
		}
		if (!unknown.isEmpty()) {
			throw new MappingException(result.getSimpleName() + " with " + unknown + ", which "
					+ entity().getType().getSimpleName() + " does not have");
		}
		return properties;
	}

	private SelectedColumns slots(List<MilvusPersistentProperty> properties) {
		return new SelectedColumns(entity(), properties, this.json);
	}

	private MilvusPersistentEntity<T> entity() {
		return this.entities.entity();
	}

	/**
	 * Creates objects of an interface whose methods compute values from the complete
	 * entity.
	 *
	 * @param <T> the class of the entity
	 * @param <R> the interface
	 * @param entities reads entities
	 * @param type the interface
	 * @param factory creates objects of the interface
	 */
	private record OpenReader<T, R>(EntityConverter<T> entities, Class<R> type,
			ProjectionFactory factory) implements RowReader<R> {

		@Override
		public List<String> outputFields() {
			return this.entities.outputFields();
		}

		@Override
		public List<R> read(ColumnSet columns) {
			return this.entities.read(columns)
				.stream()
				.map((entity) -> this.factory.createProjection(this.type, entity))
				.toList();
		}

	}

}
