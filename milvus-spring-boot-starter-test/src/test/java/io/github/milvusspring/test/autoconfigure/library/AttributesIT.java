package io.github.milvusspring.test.autoconfigure.library;

import io.github.milvusspring.autoconfigure.data.MilvusRepositoriesAutoConfiguration;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.stereotype.Service;

import static org.assertj.core.api.Assertions.assertThat;

@DataMilvusTest(properties = "color=blue", includeFilters = @Filter(Service.class),
		excludeAutoConfiguration = MilvusRepositoriesAutoConfiguration.class)
class AttributesIT {

	@Autowired
	private ApplicationContext context;

	@Test
	void includedBeansAreThere() {
		assertThat(this.context.getBean(Librarian.class)).isNotNull();
	}

	@Test
	void propertiesAreSet() {
		assertThat(this.context.getEnvironment().getProperty("color")).isEqualTo("blue");
	}

	@Test
	void excludedAutoConfigurationIsNotThere() {
		assertThat(this.context.getBeansOfType(BookRepository.class)).isEmpty();
		assertThat(this.context.getBean(MilvusOperations.class)).isNotNull();
	}

}
