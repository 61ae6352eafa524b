package io.github.milvusspring.autoconfigure.data;

import java.util.Objects;

import io.github.milvusspring.autoconfigure.MilvusProperties;
import io.github.milvusspring.data.embedding.TextEmbedding;

import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the embedding of texts by the {@link EmbeddingModel} of Spring AI. The model
 * is looked up when the bean is created, and not by a condition, because all bean
 * definitions are known only then.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(EmbeddingModel.class)
@ConditionalOnMissingBean(TextEmbedding.class)
class SpringAiConfiguration {

	@Bean
	TextEmbedding milvusTextEmbedding(ListableBeanFactory beans, MilvusProperties properties) {
		return Objects.requireNonNullElse(new EmbedderBeans(beans, properties.embedding().batchSize())
			.find(EmbeddingModel.class, (model) -> (texts) -> model.embed(texts)), TextEmbedding.NONE);
	}

}
