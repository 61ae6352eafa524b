package io.github.milvusspring.data.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.milvusspring.data.mapping.type.JtsGeometries;
import io.github.milvusspring.data.mapping.type.MappedType;
import io.github.milvusspring.data.mapping.type.ScalarTypes;
import io.github.milvusspring.data.mapping.type.TextConversions;
import io.github.milvusspring.data.mapping.type.ValueConversion;
import io.github.milvusspring.data.model.FieldType;
import io.github.milvusspring.data.model.TextOrder;
import org.jspecify.annotations.Nullable;

import org.springframework.data.core.TypeInformation;
import org.springframework.data.domain.Vector;
import org.springframework.util.ClassUtils;

/**
 * Finds the Milvus type of a property that is not a vector.
 */
final class ScalarTypeRules {

	private static final Set<Class<?>> LISTS = Set.of(List.class, Set.class, Collection.class);

	private final PropertyConversions conversions;

	private final @Nullable FieldType wanted;

	/**
	 * Whether the type is for the elements of an array or the fields of a struct, for
	 * which Milvus supports fewer types.
	 */
	private final boolean element;

	private final Problems problems;

	ScalarTypeRules(PropertyConversions conversions, @Nullable FieldType wanted, boolean element, Problems problems) {
		this.conversions = conversions;
		this.wanted = wanted;
		this.element = element;
		this.problems = problems;
	}

	@Nullable MappedType map(TypeInformation<?> information, @Nullable ValueConversion named) {
		ValueConversion custom = (named != null) ? named : custom(information.getType());
		TypeInformation<?> stored = (custom != null) ? TypeInformation.of(custom.storedType()) : information;
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(stored.getType());
		List<FieldType> scalars = ScalarTypes.of(type);
		if (scalars != null) {
			FieldType chosen = choose(type, scalars);
			return (chosen != null) ? MappedType.of(chosen, type,
					both(custom, TextConversions.conversion(type, chosen)), order(chosen, type, custom)) : null;
		}
		if (JtsGeometries.are(type)) {
			FieldType chosen = choose(type, List.of(FieldType.GEOMETRY));
			return (chosen != null) ? MappedType.of(chosen, type, both(custom, JtsGeometries.conversion(type))) : null;
		}
		if ((type == float[].class || type == byte[].class) && this.wanted != FieldType.ARRAY) {
			return problem("is of type " + type.getSimpleName()
					+ ", which is a vector as @VectorField and a list as @MilvusField(type = ARRAY): write one of them");
		}
		if (Vector.class.isAssignableFrom(type)) {
			return problem("is of type " + type.getSimpleName() + ": write @VectorField(dimension = …)");
		}
		return (type.isArray() || Collection.class.isAssignableFrom(type)) ? list(stored, type, custom)
				: json(type, custom);
	}

	// TextOrder.of assumes that texts written by an application's converter sort as the
	// values do.
	private static @Nullable TextOrder order(FieldType chosen, Class<?> type, @Nullable ValueConversion custom) {
		boolean text = chosen.isText();
		return !text ? TextOrder.AS_VALUES : (custom == null && type == String.class) ? null : TextOrder.of(type);
	}

	private @Nullable ValueConversion custom(Class<?> type) {
		ValueConversion custom = this.conversions.of(type);
		if (custom != null && !this.conversions.canRead(custom)) {
			problem("has a converter from " + type.getSimpleName() + " to " + custom.storedType().getSimpleName()
					+ " and none back: register a @ReadingConverter too");
		}
		return custom;
	}

	private static @Nullable ValueConversion both(@Nullable ValueConversion first, @Nullable ValueConversion second) {
		return (first != null) ? first.then(second) : second;
	}

	private @Nullable FieldType choose(Class<?> type, List<FieldType> types) {
		List<FieldType> possible = this.element ? types.stream().filter(ScalarTypes.ELEMENTS::contains).toList()
				: types;
		if (possible.isEmpty() || (this.wanted != null && !possible.contains(this.wanted))) {
			problem("is of type " + type.getSimpleName() + ", which can be "
					+ (possible.isEmpty() ? "no element of an array" : possible.toString())
					+ ((this.wanted != null) ? ", not " + this.wanted : ""));
			return null;
		}
		return (this.wanted != null) ? this.wanted : possible.get(0);
	}

	private @Nullable MappedType list(TypeInformation<?> list, Class<?> type, @Nullable ValueConversion custom) {
		TypeInformation<?> element = list.getComponentType();
		if (element == null || element.getType() == Object.class) {
			return problem("is a list of an unknown type: write what it holds, for example List<String>");
		}
		boolean scalar = ScalarTypes.of(element.getType()) != null || this.conversions.of(element.getType()) != null;
		if (scalar && this.wanted != FieldType.JSON) {
			return array(element, type, custom);
		}
		return (scalar || isObject(element.getType())) ? json(type, custom) : unsupported(element.getType());
	}

	private @Nullable MappedType array(TypeInformation<?> element, Class<?> type, @Nullable ValueConversion custom) {
		if (this.element) {
			return problem("is a list within a struct, which Milvus does not have");
		}
		if (choose(type, List.of(FieldType.ARRAY, FieldType.JSON)) == null) {
			return null;
		}
		if ((!type.isArray() && !LISTS.contains(type)) || type == char[].class) {
			return problem("is of type " + type.getSimpleName() + ": write List, Set, Collection, an array of another"
					+ " type, or String");
		}
		MappedType elements = new ScalarTypeRules(this.conversions, null, true, this.problems).map(element, null);
		return (elements != null) ? new MappedType(FieldType.ARRAY, elements.type(), type, custom,
				elements.conversion(), elements.order()) : null;
	}

	private @Nullable MappedType json(Class<?> type, @Nullable ValueConversion custom) {
		boolean list = type.isArray() || Collection.class.isAssignableFrom(type);
		if (!list && !isObject(type)) {
			return unsupported(type);
		}
		if (this.element) {
			return problem("is of type " + type.getSimpleName() + ", and Milvus has no JSON within a list or struct");
		}
		return (choose(type, List.of(FieldType.JSON)) != null) ? MappedType.of(FieldType.JSON, type, custom) : null;
	}

	// Classes of the JDK have no obvious JSON form that a filter could use.
	private static boolean isObject(Class<?> type) {
		return Map.class.isAssignableFrom(type) || (!type.isArray() && !type.getName().startsWith("java."));
	}

	private @Nullable MappedType unsupported(Class<?> type) {
		String advice = Number.class.isAssignableFrom(type) ? "long, double or BigDecimal"
				: "String, a number, boolean, an enum, List, Map, or a record of your own (kept as JSON)";
		return problem("is of type " + type.getSimpleName() + ", which has no Milvus field type: write " + advice
				+ ", register converters, or mark the property @Transient");
	}

	private @Nullable MappedType problem(String text) {
		this.problems.add(text);
		return null;
	}

}
