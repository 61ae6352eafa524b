package io.github.milvusspring.autoconfigure.data;

import java.util.List;

import io.github.milvusspring.autoconfigure.library.Book;
import io.github.milvusspring.autoconfigure.library.BookRepository;
import io.github.milvusspring.data.admin.SchemaMode;
import io.github.milvusspring.data.connection.MilvusConnection;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusOperations;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.mapping.StructArray;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.model.ConsistencyLevel;
import io.github.milvusspring.data.repository.config.EnableMilvusRepositories;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

class MilvusDataAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(NoPackages.class)
		.withConfiguration(
				AutoConfigurations.of(MilvusDataAutoConfiguration.class, MilvusRepositoriesAutoConfiguration.class));

	@Test
	void withoutAConnectionThereIsNoTemplate() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(MilvusMappingContext.class)
			.hasSingleBean(MilvusConverter.class)
			.doesNotHaveBean(MilvusOperations.class));
	}

	@Test
	void templateHasTheModesOfTheProperties() {
		this.runner.withBean(MilvusConnection.class, () -> mock(MilvusConnection.class, RETURNS_DEEP_STUBS))
			.withPropertyValues("milvus.schema.mode=none", "milvus.consistency=strong")
			.run((context) -> assertThat(context).getBean("milvusTemplate", MilvusTemplate.class)
				.hasFieldOrPropertyWithValue("entities.schemaMode", SchemaMode.NONE)
				.hasFieldOrPropertyWithValue("entities.consistency", ConsistencyLevel.STRONG));
	}

	@Test
	void operationsOfTheApplicationWin() {
		this.runner.withBean(MilvusConnection.class, () -> mock(MilvusConnection.class))
			.withBean("ownOperations", MilvusOperations.class, MilvusDataAutoConfigurationTests::operations)
			.run((context) -> assertThat(context).hasSingleBean(MilvusOperations.class)
				.doesNotHaveBean(MilvusTemplate.class));
	}

	@Test
	void mappingContextOfTheApplicationWins() {
		MilvusMappingContext mappingContext = new MilvusMappingContext();
		this.runner.withBean("ownMapping", MilvusMappingContext.class, () -> mappingContext)
			.run((context) -> assertThat(context.getBean(MilvusConverter.class).getMappingContext())
				.isSameAs(mappingContext));
	}

	@Test
	void entitiesOfTheApplicationAreFound() {
		this.runner.withUserConfiguration(Packages.class)
			.run((context) -> assertThat(context.getBean(MilvusMappingContext.class).hasPersistentEntityFor(Book.class))
				.isTrue());
	}

	@Test
	void collectionsOfEntitiesAreReadyAtStart() {
		MilvusOperations operations = operations();
		operations.getConverter().entity(Book.class);
		this.runner.withBean("milvusTemplate", MilvusOperations.class, () -> operations)
			.run((context) -> then(operations).should().ensureCollection(Book.class));
	}

	@Test
	void whatIsInsideOfAnEntityHasNoCollectionOfItsOwn() {
		MilvusOperations operations = operations();
		operations.getConverter().entity(Volume.class);
		assertThat(operations.getConverter().getMappingContext().hasPersistentEntityFor(Chapter.class)).isTrue();
		this.runner.withBean("milvusTemplate", MilvusOperations.class, () -> operations).run((context) -> {
			then(operations).should().ensureCollection(Volume.class);
			then(operations).should(never()).ensureCollection(Chapter.class);
		});
	}

	@Test
	void repositoriesOfTheApplicationAreFound() {
		this.runner.withUserConfiguration(Packages.class)
			.withBean("milvusTemplate", MilvusOperations.class, MilvusDataAutoConfigurationTests::operations)
			.run((context) -> assertThat(context).hasSingleBean(BookRepository.class));
	}

	@Test
	void repositoriesCanBeDisabled() {
		this.runner.withUserConfiguration(Packages.class)
			.withPropertyValues("milvus.repositories.enabled=false")
			.withBean("milvusTemplate", MilvusOperations.class, MilvusDataAutoConfigurationTests::operations)
			.run((context) -> assertThat(context).doesNotHaveBean(BookRepository.class));
	}

	@Test
	void repositoriesThatTheApplicationEnablesWin() {
		this.runner.withUserConfiguration(Packages.class, OwnRepositories.class)
			.withBean("milvusTemplate", MilvusOperations.class, MilvusDataAutoConfigurationTests::operations)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(BookRepository.class));
	}

	@Test
	void repositoriesNeedATemplate() {
		this.runner.withUserConfiguration(Packages.class)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(BookRepository.class));
	}

	@Test
	void nothingIsThereWhenDisabled() {
		this.runner.withUserConfiguration(Packages.class)
			.withPropertyValues("milvus.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(MilvusMappingContext.class)
				.doesNotHaveBean(MilvusConverter.class)
				.doesNotHaveBean(BookRepository.class));
	}

	private static MilvusOperations operations() {
		MilvusOperations operations = mock();
		given(operations.getConverter()).willReturn(new MilvusConverter(new MilvusMappingContext()));
		return operations;
	}

	@AutoConfigurationPackage(basePackageClasses = MilvusDataAutoConfigurationTests.class)
	static class NoPackages {

	}

	@AutoConfigurationPackage(basePackageClasses = Book.class)
	static class Packages {

	}

	@MilvusEntity
	record Volume(@Id long id, @StructArray List<Chapter> chapters, @VectorField(dimension = 2) float[] vector) {

	}

	record Chapter(String title, int page) {

	}

	@EnableMilvusRepositories(basePackageClasses = Book.class)
	static class OwnRepositories {

	}

}
