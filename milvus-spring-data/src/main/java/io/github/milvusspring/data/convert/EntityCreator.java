package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.wire.column.Column;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.FactoryMethod;
import org.springframework.data.mapping.InstanceCreatorMetadata;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.Parameter;
import org.springframework.data.mapping.PreferredConstructor;

/**
 * Calls the constructor or the factory method of an entity with arguments that are read
 * from columns.
 */
final class EntityCreator {

	private final SelectedColumns slots;

	/** The name of each parameter, {@code null} if it is unknown. */
	private final List<@Nullable String> parameters;

	private final @Nullable KotlinDefaults defaults;

	private final MethodHandle handle;

	private EntityCreator(SelectedColumns slots, MethodHandle target, List<@Nullable String> parameters,
			@Nullable KotlinDefaults defaults) {
		this.slots = slots;
		this.parameters = parameters;
		this.defaults = defaults;
		this.handle = handle(target);
	}

	static EntityCreator of(SelectedColumns slots) {
		MilvusPersistentEntity<?> entity = slots.entity();
		InstanceCreatorMetadata<MilvusPersistentProperty> metadata = entity.getInstanceCreatorMetadata();
		if (metadata instanceof PreferredConstructor<?, ?> constructor) {
			KotlinConstructor kotlin = KotlinConstructor.behind(constructor.getConstructor());
			return (kotlin != null) ? of(slots, kotlin.constructor(), kotlin.names())
					: of(slots, constructor.getConstructor(), names(entity, metadata));
		}
		if (metadata instanceof FactoryMethod<?, ?> factory) {
			return new EntityCreator(slots, PropertyHandles.method(factory.getFactoryMethod()), names(entity, metadata),
					null);
		}
		throw new MappingException(entity.getType().getName()
				+ " has no constructor to use: mark one with @PersistenceCreator, or add one without parameters");
	}

	private static EntityCreator of(SelectedColumns slots, Constructor<?> constructor, List<@Nullable String> names) {
		return new EntityCreator(slots, PropertyHandles.constructor(constructor), names,
				KotlinDefaults.of(constructor));
	}

	private static List<@Nullable String> names(MilvusPersistentEntity<?> entity,
			InstanceCreatorMetadata<MilvusPersistentProperty> metadata) {
		List<@Nullable String> names = new ArrayList<>();
		for (Parameter<?, MilvusPersistentProperty> parameter : metadata.getParameters()) {
			if (parameter.hasValueExpression()) {
				throw refused(entity, parameter.getName(),
						"has @Value, which is not supported: set the value after the row is read");
			}
			names.add(parameter.getName());
		}
		return names;
	}

	/** Returns the names of the properties that are arguments. */
	Set<String> properties() {
		Set<String> names = new TreeSet<>();
		this.parameters.forEach((name) -> names.add(String.valueOf(name)));
		return names;
	}

	/**
	 * Returns a handle that creates an instance: {@code (Column[], int)} to
	 * {@code Object}.
	 */
	MethodHandle handle() {
		return this.handle;
	}

	/**
	 * Returns the parameters for which the default value of the Kotlin class is used,
	 * because the property is transient or was not requested.
	 */
	BitSet absent(@Nullable Column[] columns) {
		BitSet absent = new BitSet();
		for (int i = 0; this.defaults != null && i < this.parameters.size(); i++) {
			String name = String.valueOf(this.parameters.get(i));
			absent.set(i, !this.slots.has(name) || columns[this.slots.position(name)] == null);
		}
		return absent;
	}

	MethodHandle leavingOut(BitSet absent) {
		return (this.defaults != null) ? handle(this.defaults.leavingOut(absent)) : this.handle;
	}

	private MethodHandle handle(MethodHandle constructor) {
		List<MethodHandle> arguments = new ArrayList<>();
		for (int i = 0; i < this.parameters.size(); i++) {
			arguments.add(argument(this.parameters.get(i), constructor.type().parameterType(i)));
		}
		return SelectedColumns.spread(constructor, 0, arguments)
			.asType(MethodType.methodType(Object.class, Column[].class, int.class));
	}

	private MethodHandle argument(@Nullable String name, Class<?> type) {
		MilvusPersistentEntity<?> entity = this.slots.entity();
		if (name != null && entity.isTransient(name)) {
			return MethodHandles.dropArguments(MethodHandles.zero(type), 0, Column[].class, int.class);
		}
		if (name == null || !this.slots.has(name)) {
			throw refused(entity, name,
					"is no property: give it the name of one, mark it @Transient, or compile with " + "-parameters");
		}
		MilvusPersistentProperty property = entity.getRequiredPersistentProperty(name);
		MethodHandle reader = this.slots.reader(property);
		if (!AssignableTypes.takes(type, property.getType())) {
			throw refused(entity, name, "is of type " + type.getSimpleName() + ", and the property of type "
					+ property.getType().getSimpleName() + ": give both the same type");
		}
		// A null value becomes zero or false if the parameter is primitive.
		return MethodHandles.explicitCastArguments(reader, reader.type().changeReturnType(type));
	}

	private static MappingException refused(MilvusPersistentEntity<?> entity, @Nullable String name, String problem) {
		return new MappingException(
				"Parameter '" + name + "' of the constructor of " + entity.getType().getName() + " " + problem);
	}

}
