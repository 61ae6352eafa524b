package io.github.milvusspring.sample;

import io.github.milvusspring.sample.embedding.MiniLmEmbedder;
import io.github.milvusspring.sample.index.ConsoleProgress;
import io.github.milvusspring.sample.index.IndexProgress;
import io.github.milvusspring.sample.metadata.PropertyCatalog;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the parts together that know nothing of Spring.
 */
@Configuration(proxyBeanMethods = false)
class SampleConfiguration {

	@Bean
	PropertyCatalog propertyCatalog(SampleProperties properties) {
		return new PropertyCatalog(SampleConfiguration.class.getClassLoader(), properties.jars());
	}

	@Bean
	MiniLmEmbedder embedder(SampleProperties properties) {
		int threads = properties.embeddingThreads();
		return new MiniLmEmbedder((threads > 0) ? threads : Runtime.getRuntime().availableProcessors());
	}

	@Bean
	IndexProgress indexProgress() {
		return new IndexProgress(new ConsoleProgress(System.out));
	}

}
