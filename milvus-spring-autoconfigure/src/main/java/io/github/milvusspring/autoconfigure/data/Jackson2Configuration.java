package io.github.milvusspring.autoconfigure.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.convert.json.MilvusJson;
import io.github.milvusspring.data.mapping.MilvusMappingContext;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the Jackson 2 mapper of the application for JSON fields.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ObjectMapper.class)
@ConditionalOnSingleCandidate(ObjectMapper.class)
@ConditionalOnMissingBean(MilvusConverter.class)
class Jackson2Configuration {

	@Bean
	MilvusConverter milvusConverter(MilvusMappingContext mappingContext, ObjectMapper mapper) {
		return new MilvusConverter(mappingContext, MilvusJson.jackson2(mapper));
	}

}
