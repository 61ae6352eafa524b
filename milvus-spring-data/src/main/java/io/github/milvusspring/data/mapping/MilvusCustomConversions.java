package io.github.milvusspring.data.mapping;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.milvusspring.data.mapping.type.ScalarTypes;
import io.github.milvusspring.data.model.SparseVector;

import org.springframework.data.convert.CustomConversions;
import org.springframework.data.domain.Vector;
import org.springframework.data.mapping.model.SimpleTypeHolder;

/**
 * Registers the converters of an application, for its own types or in place of the
 * default conversions.
 */
public class MilvusCustomConversions extends CustomConversions {

	private static final StoreConversions STORE = StoreConversions.of(new SimpleTypeHolder(simpleTypes(), true));

	/**
	 * Creates conversions without converters.
	 */
	public MilvusCustomConversions() {
		this(List.of());
	}

	/**
	 * Creates conversions.
	 * @param converters converters with {@code @ReadingConverter} or
	 * {@code @WritingConverter}; the stored side must be a type that Milvus or this
	 * library can store
	 */
	public MilvusCustomConversions(Collection<?> converters) {
		super(new ConverterConfiguration(STORE, List.copyOf(converters), (pair) -> false));
	}

	private static Set<Class<?>> simpleTypes() {
		Set<Class<?>> types = new HashSet<>(ScalarTypes.all());
		types.addAll(List.of(float[].class, double[].class, byte[].class, Vector.class, BitSet.class,
				SparseVector.class, Map.class, List.class));
		return types;
	}

}
