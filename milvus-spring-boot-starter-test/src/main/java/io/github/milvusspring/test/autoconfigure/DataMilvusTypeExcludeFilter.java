package io.github.milvusspring.test.autoconfigure;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/**
 * Leaves the beans of the application out of a {@link DataMilvusTest}.
 */
class DataMilvusTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<DataMilvusTest> {

	DataMilvusTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
	}

}
