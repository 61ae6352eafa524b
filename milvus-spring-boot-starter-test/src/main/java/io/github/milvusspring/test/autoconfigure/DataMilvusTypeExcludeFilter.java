package io.github.milvusspring.test.autoconfigure;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/**
 * Excludes the beans of the application's component scan from a {@link DataMilvusTest}.
 */
class DataMilvusTypeExcludeFilter extends StandardAnnotationCustomizableTypeExcludeFilter<DataMilvusTest> {

	DataMilvusTypeExcludeFilter(Class<?> testClass) {
		super(testClass);
	}

}
