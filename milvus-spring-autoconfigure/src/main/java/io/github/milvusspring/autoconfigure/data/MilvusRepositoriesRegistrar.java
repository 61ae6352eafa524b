package io.github.milvusspring.autoconfigure.data;

import java.lang.annotation.Annotation;

import io.github.milvusspring.data.repository.config.EnableMilvusRepositories;
import io.github.milvusspring.data.repository.config.MilvusRepositoryConfigurationExtension;

import org.springframework.boot.autoconfigure.data.AbstractRepositoryConfigurationSourceSupport;
import org.springframework.data.repository.config.RepositoryConfigurationExtension;

/**
 * Registers the repositories that are found in the auto-configuration packages of the
 * application.
 */
class MilvusRepositoriesRegistrar extends AbstractRepositoryConfigurationSourceSupport {

	@Override
	protected Class<? extends Annotation> getAnnotation() {
		return EnableMilvusRepositories.class;
	}

	@Override
	protected Class<?> getConfiguration() {
		return EnableMilvusRepositoriesConfiguration.class;
	}

	@Override
	protected RepositoryConfigurationExtension getRepositoryConfigurationExtension() {
		return new MilvusRepositoryConfigurationExtension();
	}

	@EnableMilvusRepositories
	private static final class EnableMilvusRepositoriesConfiguration {

	}

}
