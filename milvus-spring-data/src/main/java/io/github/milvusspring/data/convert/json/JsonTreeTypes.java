package io.github.milvusspring.data.convert.json;

import java.lang.reflect.Type;

import com.fasterxml.jackson.databind.ObjectMapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Finds the Jackson version that a class of JSON trees belongs to, whichever version the
 * application uses.
 */
public final class JsonTreeTypes {

	private static final boolean JACKSON_3 = ClassUtils.isPresent("tools.jackson.databind.JsonNode",
			JsonTreeTypes.class.getClassLoader());

	private JsonTreeTypes() {
	}

	/**
	 * Returns the format in which a type is written and read.
	 */
	public static JsonFormat formatOf(Type type, MilvusJson json) {
		return jsonOf(type, json).format(type);
	}

	/**
	 * Returns the JSON support for a type. For JSON trees, and lists of them, it uses the
	 * Jackson version that the trees belong to.
	 */
	public static MilvusJson jsonOf(Type type, MilvusJson json) {
		ResolvableType resolved = ResolvableType.forType(type);
		Class<?> tree = resolved.isArray() ? resolved.getComponentType().resolve(Object.class)
				: resolved.asCollection().getGeneric(0).resolve(resolved.resolve(Object.class));
		if (com.fasterxml.jackson.databind.JsonNode.class.isAssignableFrom(tree)) {
			return MilvusJson.jackson2(new ObjectMapper());
		}
		return (JACKSON_3 && Jackson3.isTree(tree)) ? Jackson3.json() : json;
	}

	/**
	 * The code that is loaded only if Jackson 3 is present.
	 */
	private static final class Jackson3 {

		static boolean isTree(Class<?> type) {
			return JsonNode.class.isAssignableFrom(type);
		}

		static MilvusJson json() {
			return MilvusJson.jackson3(JsonMapper.builder().build());
		}

	}

}
