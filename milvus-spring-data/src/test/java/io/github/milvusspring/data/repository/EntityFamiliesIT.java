package io.github.milvusspring.data.repository;

import java.util.List;
import java.util.stream.Stream;

import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.data.write.BatchOptions;
import io.github.milvusspring.data.write.BatchWriteException;
import io.github.milvusspring.data.write.WriteOptions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Classes that extend entities, and classes that share a collection.
 */
class EntityFamiliesIT {

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@Test
	void anInstanceOfAnExtendingClassIsInTheCollectionOfItsEntityByEveryVerb() throws Exception {
		Animals animals = this.milvus.repository(Animals.class);
		MilvusTemplate template = template();
		animals.save(new Tame("1", "save"));
		animals.saveAll(List.of(new Tame("2", "saveAll")));
		animals.insert(new Tame("3", "insert"));
		animals.insertAll(List.of(new Tame("4", "insertAll")));
		animals.upsert(new Tame("5", "upsert"));
		animals.upsertAll(List.of(new Tame("6", "upsertAll")));
		animals.upsertAll(Stream.of(new Tame("7", "upsertAll of a stream")), BatchOptions.DEFAULT);
		template.upsert(new Tame("8", "template"));
		template.async().upsertAll(List.of(new Tame("9", "async")), WriteOptions.DEFAULT).get();
		animals.update(new Tame("1", "update"));
		assertThat(template.collections().names()).containsExactly("animals");
		assertThat(animals.count()).isEqualTo(9);
		assertThat(animals.findById("1")).get().extracting((animal) -> animal.name).isEqualTo("update");
		assertThat(animals.findAll()).hasSize(9).allSatisfy((one) -> assertThat(one).isExactlyInstanceOf(Animal.class));
		animals.delete(new Tame("1", "delete"));
		animals.deleteAll(List.of(new Tame("2", "deleteAll")));
		template.delete(new Tame("3", "template"));
		assertThat(animals.count()).isEqualTo(6);
	}

	@Test
	void aClassThatAddsAPropertyIsRefusedByEveryVerbOfTheRepository() {
		Animals animals = this.milvus.repository(Animals.class);
		Wild wild = new Wild("1", "fox");
		for (ThrowingCallable call : List.<ThrowingCallable>of(() -> animals.save(wild),
				() -> animals.saveAll(List.of(wild)), () -> animals.insert(wild), () -> animals.upsert(wild),
				() -> animals.upsertAll(List.of(wild)), () -> animals.insertAll(List.of(wild)),
				() -> animals.upsertAll(Stream.of(wild), BatchOptions.DEFAULT), () -> animals.update(wild),
				() -> animals.delete(wild), () -> animals.deleteAll(List.of(wild)))) {
			assertThat(catchThrowable(call))
				.isInstanceOfAny(InvalidDataAccessApiUsageException.class, BatchWriteException.class)
				.hasStackTraceContaining("Wild");
		}
		assertThat(animals.count()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "false", "true" })
	void twoClassesThatDeclareOneCollectionDifferentlyAreBothNamed(boolean other) {
		Class<?> first = other ? Cat.class : Dog.class;
		Class<?> second = other ? Dog.class : Cat.class;
		template().ensureCollection(first);
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> template().ensureCollection(second))
			.withMessageContainingAll(Cat.class.getName(), Dog.class.getName(), "[id, embedding]",
					"[id, barks, embedding]", "'pets'", "@MilvusEntity(");
	}

	@Test
	void twoClassesThatDeclareOneCollectionAlikeShareIt() {
		template().upsert(new Cat("1", new float[] { 1, 0 }));
		template().upsert(new Tomcat("2", new float[] { 1, 0 }));
		assertThat(template().count(Filter.all(), Cat.class)).isEqualTo(2);
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	interface Animals extends MilvusRepository<Animal, String> {

	}

	@MilvusEntity("animals")
	static class Animal {

		@Id
		String id;

		String name;

		@VectorField(dimension = 2)
		float[] embedding = { 1, 0 };

		Animal(String id, String name) {
			this.id = id;
			this.name = name;
		}

	}

	static class Tame extends Animal {

		Tame(String id, String name) {
			super(id, name);
		}

	}

	static class Wild extends Animal {

		String den = "wood";

		Wild(String id, String name) {
			super(id, name);
		}

	}

	@MilvusEntity("pets")
	record Cat(@Id String id, @VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("pets")
	record Tomcat(@Id String id, @VectorField(dimension = 2) float[] embedding) {
	}

	@MilvusEntity("pets")
	record Dog(@Id String id, boolean barks, @VectorField(dimension = 2) float[] embedding) {
	}

}
