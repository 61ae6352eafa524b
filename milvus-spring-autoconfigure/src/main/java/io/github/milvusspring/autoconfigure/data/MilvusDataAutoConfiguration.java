package io.github.milvusspring.autoconfigure.data;

import io.github.milvusspring.autoconfigure.MilvusAutoConfiguration;
import io.github.milvusspring.autoconfigure.MilvusProperties;
import io.github.milvusspring.data.admin.IndexProgressListener;
import io.github.milvusspring.data.admin.SchemaOptions;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.embedding.TextEmbedding;
import io.github.milvusspring.data.mapping.MilvusCustomConversions;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.rebuild.CollectionRebuilder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configures a {@link MilvusTemplate}: finds the entity classes, and creates or
 * checks their collections and loads them.
 */
@AutoConfiguration(after = MilvusAutoConfiguration.class,
		afterName = { "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
				"org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration" })
@ConditionalOnClass(MilvusTemplate.class)
@ConditionalOnBooleanProperty(name = "milvus.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MilvusProperties.class)
@Import({ Jackson3Configuration.class, Jackson2Configuration.class, TextEmbedderConfiguration.class,
		SpringAiConfiguration.class })
public final class MilvusDataAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	static MilvusCustomConversions milvusCustomConversions() {
		return new MilvusCustomConversions();
	}

	@Bean
	@ConditionalOnMissingBean
	static MilvusMappingContext milvusMappingContext(ApplicationContext applicationContext,
			MilvusCustomConversions conversions) throws ClassNotFoundException {
		MilvusMappingContext mappingContext = new MilvusMappingContext(conversions);
		mappingContext.setInitialEntitySet(new EntityScanner(applicationContext).scan(MilvusEntity.class));
		return mappingContext;
	}

	@Bean
	@ConditionalOnMissingBean
	MilvusConverter milvusConverter(MilvusMappingContext mappingContext) {
		return new MilvusConverter(mappingContext);
	}

	@Bean
	@ConditionalOnBean(MilvusConnection.class)
	@ConditionalOnMissingBean(MilvusOperations.class)
	MilvusTemplate milvusTemplate(MilvusConnection connection, MilvusConverter converter, MilvusProperties properties,
			ObjectProvider<IndexProgressListener> indexProgress, ObjectProvider<TextEmbedding> embeddings) {
		SchemaOptions schema = SchemaOptions.of(properties.schema().mode())
			.withIndexTimeout(properties.schema().indexTimeout())
			.withIndexProgress(
					(progress) -> indexProgress.orderedStream().forEach((listener) -> listener.onProgress(progress)));
		return new MilvusTemplate(connection, converter, schema, properties.consistency(),
				embeddings.getIfAvailable(() -> TextEmbedding.NONE));
	}

	@Bean
	@ConditionalOnBean(MilvusOperations.class)
	@ConditionalOnMissingBean
	CollectionRebuilder milvusCollectionRebuilder(MilvusOperations operations) {
		return new CollectionRebuilder(operations);
	}

	@Bean
	@ConditionalOnBean(MilvusOperations.class)
	@ConditionalOnMissingBean
	EntityCollections milvusEntityCollections(MilvusOperations operations) {
		return new EntityCollections(operations);
	}

}
