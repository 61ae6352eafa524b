package io.github.milvusspring.data.repository.config;

import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.repository.MilvusRepository;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactoryBean;
import io.github.milvusspring.data.repository.support.SimpleMilvusRepository;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.data.repository.config.AnnotationRepositoryConfigurationSource;
import org.springframework.data.repository.config.RepositoryConfigurationExtensionSupport;

/**
 * Tells Spring Data how to recognize Milvus repositories, and which bean they need.
 */
public class MilvusRepositoryConfigurationExtension extends RepositoryConfigurationExtensionSupport {

	@Override
	public String getModuleName() {
		return "Milvus";
	}

	@Override
	public String getModuleIdentifier() {
		return "milvus";
	}

	@Override
	@SuppressWarnings("deprecation") // still abstract in the superclass
	public String getModulePrefix() {
		return getModuleIdentifier();
	}

	@Override
	public String getRepositoryBaseClassName() {
		return SimpleMilvusRepository.class.getName();
	}

	@Override
	public String getRepositoryFactoryBeanClassName() {
		return MilvusRepositoryFactoryBean.class.getName();
	}

	@Override
	protected Collection<Class<? extends Annotation>> getIdentifyingAnnotations() {
		return List.of(MilvusEntity.class);
	}

	@Override
	protected Collection<Class<?>> getIdentifyingTypes() {
		return List.of(MilvusRepository.class);
	}

	@Override
	public void postProcess(BeanDefinitionBuilder builder, AnnotationRepositoryConfigurationSource config) {
		builder.addPropertyReference("milvusOperations", config.getAttributes().getString("milvusOperationsRef"));
	}

}
