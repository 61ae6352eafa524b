package io.github.milvusspring.data.mapping;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.milvusspring.data.model.FieldSchema;
import io.github.milvusspring.data.model.FieldType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.annotation.AccessType;
import org.springframework.data.annotation.Id;
import org.springframework.data.core.TypedPropertyPath;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Which classes can be entities, and what is said of those that cannot.
 */
class EntityShapeTests {

	private final MilvusMappingContext context = new MilvusMappingContext();

	static Stream<Arguments> refusals() {
		return Stream.of(arguments(AnInterface.class, "is an interface"), arguments(AnAbstract.class, "is abstract"),
				arguments(Inner.class, "is an inner class"),
				arguments(Wider.class, "extends the entity " + Plain.class.getName()),
				arguments(Sealed.class, "'shape' is kept as JSON and of the type Figure"),
				arguments(SealedList.class, "'shapes' is kept as JSON and of the type Figure"),
				arguments(SealedDeep.class, "'part' has 'inner.figures', which is kept as JSON"),
				arguments(InnerJson.class, "inner class NoJson"), arguments(String.class, "is no entity"),
				arguments(int.class, "is no entity"), arguments(float[].class, "is no entity"),
				arguments(Map.class, "is no entity"), arguments(Object.class, "is no entity"),
				arguments(io.github.milvusspring.data.core.KotlinLazy.class, "@delegate:Transient"));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void whatCannotBeAnEntityIsRefusedByWordsThatFit(Class<?> type, String words) {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> this.context.entity(type))
			.withMessageContaining(words)
			.withMessageContaining(type.getName());
	}

	@Test
	void genericClassesAreMappedByTheirArguments() {
		MilvusPersistentEntity<?> entity = this.context.entity(Doc.class);
		assertThat(entity.getCollection().fields()).extracting(FieldSchema::describeType)
			.containsExactlyInAnyOrder("VARCHAR(65535)", "INT32", "ARRAY<INT64>[4096]", "JSON", "FLOAT_VECTOR(2)");
		assertThat(entity.getRequiredIdProperty().getType()).isEqualTo(String.class);
	}

	@Test
	void anEntityThatExtendsAnotherWithoutAddingAPropertyIsKeptAsThat() {
		assertThat(this.context.entity(Same.class).getCollection())
			.isEqualTo(this.context.entity(Plain.class).getCollection());
		assertThat(this.context.writtenAs(Same.class)).isEqualTo(Plain.class);
		assertThat(this.context.writtenAs(new Plain() {
		}.getClass())).isEqualTo(Plain.class);
		assertThat(this.context.writtenAs(Other.class)).isEqualTo(Other.class);
		assertThat(this.context.entity(Other.class).getCollection().name()).isEqualTo("others");
		assertThat(this.context.entity(Concrete.class).getCollection().name()).isEqualTo("concrete");
	}

	@Test
	void propertiesAreFoundByTheNameThatTheirGetterHas() {
		MilvusPersistentEntity<?> entity = this.context.entity(Mail.class);
		for (String name : List.of(TypedPropertyPath.of(Mail::getEMail).toDotPath(),
				TypedPropertyPath.of(Mail::getURL).toDotPath(), TypedPropertyPath.of(Mail::isDone).toDotPath())) {
			assertThat(entity.requireProperty(name).getName()).isEqualToIgnoringCase(name);
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { Readable.class, Trees.class })
	void whatJacksonCanReadAgainIsTaken(Class<?> type) {
		assertThat(this.context.entity(type).getProperties()).extracting((property) -> property.getFieldSchema().type())
			.contains(FieldType.JSON);
	}

	@Test
	void propertiesOfAccessorsAreThoseWithGetters() {
		assertThat(this.context.entity(ByAccessors.class).getCollection().fields()).extracting(FieldSchema::name)
			.containsExactlyInAnyOrder("id", "title", "v");
	}

	@MilvusEntity
	interface AnInterface {

		@Id
		String getId();

	}

	@MilvusEntity
	abstract static class AnAbstract {

		@Id
		String id;

		@VectorField(dimension = 2)
		float[] v;

	}

	static class Concrete extends AnAbstract {

		int more;

	}

	@MilvusEntity
	class Inner {

		@Id
		String id;

		@VectorField(dimension = 2)
		float[] v;

	}

	@MilvusEntity("plains")
	static class Plain {

		@Id
		String id;

		@VectorField(dimension = 2)
		float[] v;

	}

	static class Same extends Plain {

		static int count;

		@org.springframework.data.annotation.Transient
		String scratch;

	}

	static class Wider extends Plain {

		int more;

	}

	@MilvusEntity("others")
	static class Other extends Plain {

		int more;

	}

	sealed interface Figure permits Circle, Square {

	}

	record Circle(double radius) implements Figure {
	}

	record Square(double side) implements Figure {
	}

	@MilvusEntity
	record Sealed(@Id long id, Figure shape, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record SealedList(@Id long id, List<Figure> shapes, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record SealedDeep(@Id long id, Part part, @VectorField(dimension = 2) float[] v) {
	}

	record Part(InnerPart inner) {
	}

	record InnerPart(Map<String, List<Figure>> figures) {
	}

	@MilvusEntity
	record InnerJson(@Id long id, NoJson part, @VectorField(dimension = 2) float[] v) {
	}

	class NoJson {

		String text;

	}

	@MilvusEntity
	record Readable(@Id long id, ByFactory part, Map<String, Object> anything, @VectorField(dimension = 2) float[] v) {
	}

	interface ByFactory {

		@JsonCreator
		static ByFactory of(String text) {
			return new ByFactory() {
			};
		}

	}

	@MilvusEntity
	record Trees(@Id long id, JsonNode tree, List<JsonNode> trees, @VectorField(dimension = 2) float[] v) {
	}

	abstract static class Base<K, V extends Number, E, J> {

		@Id
		K id;

		V value;

		List<E> elements;

		J json;

	}

	@MilvusEntity
	static class Doc extends Base<String, Integer, Long, Map<String, Circle>> {

		@VectorField(dimension = 2)
		float[] v;

	}

	@MilvusEntity
	static class Mail {

		@Id
		String id;

		String eMail;

		String url;

		boolean done;

		@VectorField(dimension = 2)
		float[] v;

		public String getEMail() {
			return this.eMail;
		}

		public String getURL() {
			return this.url;
		}

		public boolean isDone() {
			return this.done;
		}

	}

	@MilvusEntity
	@AccessType(AccessType.Type.PROPERTY)
	static class ByAccessors {

		private String id;

		private String title;

		private float[] v;

		@Id
		public String getId() {
			return this.id;
		}

		public void setId(String id) {
			this.id = id;
		}

		public String getTitle() {
			return this.title;
		}

		public void setTitle(String title) {
			this.title = title;
		}

		@VectorField(dimension = 2)
		public float[] getV() {
			return this.v;
		}

		public void setV(float[] v) {
			this.v = v;
		}

	}

}
