package io.github.milvusspring.data.convert.json;

import java.lang.reflect.Type;

import com.fasterxml.jackson.databind.ObjectMapper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Finds the Jackson that trees of JSON belong to, whichever the application uses.
 */
public final class JsonTreeTypes {

	private static final boolean JACKSON_3 = ClassUtils.isPresent("tools.jackson.databind.JsonNode",
			JsonTreeTypes.class.getClassLoader());

	private JsonTreeTypes() {
	}

	/**
	 * How a type is written and read.
	 */
	public static JsonFormat formatOf(Type type, MilvusJson json) {
		return jsonOf(type, json).format(type);
	}

	/**
	 * What reads and writes a type: for trees, and lists of them, their own Jackson.
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
	 * What is loaded only where Jackson 3 is.
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
