package io.github.milvusspring.autoconfigure.data;

import java.util.Objects;

import io.github.milvusspring.autoconfigure.MilvusProperties;
import io.github.milvusspring.data.embedding.TextEmbedder;
import io.github.milvusspring.data.embedding.TextEmbedding;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the embedding of texts by the {@link TextEmbedder} of the application.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(TextEmbedder.class)
@ConditionalOnMissingBean(TextEmbedding.class)
class TextEmbedderConfiguration {

	@Bean
	TextEmbedding milvusTextEmbedding(ListableBeanFactory beans, MilvusProperties properties) {
		return Objects.requireNonNullElse(new EmbedderBeans(beans, properties.embedding().batchSize())
			.find(TextEmbedder.class, (embedder) -> embedder), TextEmbedding.NONE);
	}

}
