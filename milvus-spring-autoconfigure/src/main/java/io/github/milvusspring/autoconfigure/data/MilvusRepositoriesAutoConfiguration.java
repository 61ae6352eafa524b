package io.github.milvusspring.autoconfigure.data;

import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.repository.MilvusRepository;
import io.github.milvusspring.data.repository.config.MilvusRepositoryConfigurationExtension;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactoryBean;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Import;

/**
 * Auto-configures the {@link MilvusRepository} interfaces of the application.
 */
@AutoConfiguration(after = MilvusDataAutoConfiguration.class)
@ConditionalOnClass(MilvusRepository.class)
@ConditionalOnBean(MilvusOperations.class)
@ConditionalOnMissingBean({ MilvusRepositoryFactoryBean.class, MilvusRepositoryConfigurationExtension.class })
@ConditionalOnBooleanProperty(name = "milvus.repositories.enabled", matchIfMissing = true)
@Import(MilvusRepositoriesRegistrar.class)
public final class MilvusRepositoriesAutoConfiguration {

}
