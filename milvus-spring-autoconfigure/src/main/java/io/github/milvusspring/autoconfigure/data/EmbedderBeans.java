package io.github.milvusspring.autoconfigure.data;

import java.util.Arrays;
import java.util.function.Function;

import io.github.milvusspring.data.embedding.TextEmbedder;
import io.github.milvusspring.data.embedding.TextEmbedding;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Finds the bean that computes vectors from texts.
 *
 * @param beans the beans of the application
 * @param batchSize the maximum number of texts of one call of the bean
 */
record EmbedderBeans(ListableBeanFactory beans, int batchSize) {

	/**
	 * Finds the only or primary bean of a type.
	 * @return the embedding by this bean; if there are several candidates, an embedding
	 * that reports them when it is used; {@code null} if there is none
	 */
	<B> @Nullable TextEmbedding find(Class<B> type, Function<B, TextEmbedder> embedder) {
		B bean = this.beans.getBeanProvider(type).getIfUnique();
		if (bean != null) {
			return TextEmbedding.of(embedder.apply(bean)).withBatchSize(this.batchSize);
		}
		String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beans, type);
		return (names.length > 0) ? TextEmbedding
			.unavailable("there are several beans of type " + type.getSimpleName() + ", " + Arrays.toString(names)
					+ ": mark one of them @Primary, or declare one bean of type TextEmbedder")
				: null;
	}

}
