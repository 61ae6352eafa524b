package io.github.milvusspring.data.convert;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.github.milvusspring.data.mapping.MilvusPersistentEntity;
import io.github.milvusspring.data.mapping.MilvusPersistentProperty;
import io.github.milvusspring.data.wire.Column;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.FactoryMethod;
import org.springframework.data.mapping.InstanceCreatorMetadata;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.Parameter;
import org.springframework.data.mapping.PreferredConstructor;

/**
 * Calls the constructor, or factory method, of an entity with arguments that are read
 * from columns.
 */
final class EntityCreator {

	private final ColumnSlots slots;

	private final MethodHandle target;

	private final List<Parameter<?, MilvusPersistentProperty>> parameters;

	private final @Nullable KotlinDefaults defaults;

	private final MethodHandle handle;

	private EntityCreator(ColumnSlots slots, MethodHandle target,
			List<Parameter<?, MilvusPersistentProperty>> parameters, @Nullable KotlinDefaults defaults) {
		this.slots = slots;
		this.target = target;
		this.parameters = parameters;
		this.defaults = defaults;
		this.handle = handle(target);
	}

	static EntityCreator of(ColumnSlots slots) {
		MilvusPersistentEntity<?> entity = slots.entity();
		InstanceCreatorMetadata<MilvusPersistentProperty> metadata = entity.getInstanceCreatorMetadata();
		List<Parameter<?, MilvusPersistentProperty>> parameters = new ArrayList<>();
		if (metadata != null) {
			metadata.getParameters().forEach(parameters::add);
		}
		if (metadata instanceof PreferredConstructor<?, ?> constructor) {
			return new EntityCreator(slots, PropertyHandles.constructor(constructor.getConstructor()), parameters,
					KotlinDefaults.of(constructor.getConstructor()));
		}
		if (metadata instanceof FactoryMethod<?, ?> factory) {
			return new EntityCreator(slots, PropertyHandles.method(factory.getFactoryMethod()), parameters, null);
		}
		throw new MappingException(entity.getType().getName()
				+ " has no constructor to use: mark one with @PersistenceCreator, or add one without parameters");
	}

	/** The names of the properties that are arguments. */
	Set<String> properties() {
		Set<String> names = new TreeSet<>();
		this.parameters.forEach((parameter) -> names.add(String.valueOf(parameter.getName())));
		return names;
	}

	/** Makes an instance: {@code (Column[], int)} to {@code Object}. */
	MethodHandle handle() {
		return this.handle;
	}

	/**
	 * Which parameters have a default value that is used: Kotlin gives one, and the
	 * property is transient or was not asked for.
	 */
	BitSet absent(@Nullable Column[] columns) {
		BitSet absent = new BitSet();
		for (int i = 0; this.defaults != null && i < this.parameters.size(); i++) {
			String name = String.valueOf(this.parameters.get(i).getName());
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
		return ColumnSlots.spread(constructor, 0, arguments)
			.asType(MethodType.methodType(Object.class, Column[].class, int.class));
	}

	private MethodHandle argument(Parameter<?, MilvusPersistentProperty> parameter, Class<?> type) {
		MilvusPersistentEntity<?> entity = this.slots.entity();
		String name = parameter.getName();
		if (parameter.hasValueExpression()) {
			throw refused(name, "has @Value, which is not supported: set the value after loading");
		}
		if (name != null && entity.isTransient(name)) {
			return MethodHandles.dropArguments(MethodHandles.zero(type), 0, Column[].class, int.class);
		}
		if (name == null || !this.slots.has(name)) {
			throw refused(name,
					"is no property: give it the name of one, mark it @Transient, or compile with " + "-parameters");
		}
		MilvusPersistentProperty property = entity.getRequiredPersistentProperty(name);
		MethodHandle reader = this.slots.reader(property);
		if (!JavaTypes.takes(type, property.getType())) {
			throw refused(name, "is of type " + type.getSimpleName() + ", and the property of type "
					+ property.getType().getSimpleName() + ": give both the same type");
		}
		// Null is zero where the parameter is primitive.
		return MethodHandles.explicitCastArguments(reader, reader.type().changeReturnType(type));
	}

	private MappingException refused(@Nullable String name, String problem) {
		return new MappingException("Parameter '" + name + "' of the constructor of "
				+ this.slots.entity().getType().getName() + " " + problem);
	}

}
