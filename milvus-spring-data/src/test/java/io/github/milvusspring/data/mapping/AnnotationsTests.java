package io.github.milvusspring.data.mapping;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.milvusspring.data.model.IndexType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.data.annotation.AccessType;
import org.springframework.data.annotation.CreatedBy;
import org.springframework.data.annotation.CreatedDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Immutable;
import org.springframework.data.annotation.LastModifiedBy;
import org.springframework.data.annotation.LastModifiedDate;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Persistent;
import org.springframework.data.annotation.QueryAnnotation;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Reference;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Every annotation of Spring Data, Jakarta Validation and this library is honoured or
 * refused.
 */
class AnnotationsTests {

	/** What says how an entity is kept or made, and is done. */
	private static final Set<Class<? extends Annotation>> HONOURED = Set.of(Id.class, Transient.class,
			PersistenceCreator.class, AccessType.class);

	/** What says nothing of an entity that something could be done about. */
	private static final Set<Class<? extends Annotation>> MARKERS = Set.of(Persistent.class, Immutable.class,
			QueryAnnotation.class);

	private static final Set<Class<? extends Annotation>> REFUSED = Set.of(Version.class, CreatedBy.class,
			CreatedDate.class, LastModifiedBy.class, LastModifiedDate.class, ReadOnlyProperty.class, Reference.class,
			TypeAlias.class);

	private final MilvusMappingContext context = new MilvusMappingContext();

	@Test
	void everyAnnotationOfSpringDataIsKnown() {
		Set<String> all = new ClassFileImporter().importPackages("org.springframework.data.annotation")
			.stream()
			.filter(JavaClass::isAnnotation)
			.map(JavaClass::getName)
			.collect(Collectors.toSet());
		assertThat(all).isNotEmpty()
			.isEqualTo(Stream.of(HONOURED, MARKERS, REFUSED)
				.flatMap(Set::stream)
				.map(Class::getName)
				.collect(Collectors.toSet()));
		assertThat(refusals().map((one) -> one.get()[1]))
			.containsAll(REFUSED.stream().map(Class::getSimpleName).toList());
	}

	static Stream<Arguments> refusals() {
		return Stream.of(arguments(Versioned.class, "Version"), arguments(Created.class, "CreatedDate"),
				arguments(CreatedByUser.class, "CreatedBy"), arguments(Changed.class, "LastModifiedDate"),
				arguments(ChangedByUser.class, "LastModifiedBy"), arguments(ReadOnly.class, "ReadOnlyProperty"),
				arguments(Referring.class, "Reference"), arguments(Aliased.class, "TypeAlias"),
				arguments(OnGetter.class, "LastModifiedDate"), arguments(Blank.class, "NotBlank"),
				arguments(NotNullGetter.class, "NotNull"), arguments(Elements.class, "Positive"),
				arguments(Cascading.class, "Valid"), arguments(CascadingElements.class, "Valid"),
				arguments(Composed.class, "Title"), arguments(VectorInJson.class, "VectorField"),
				arguments(IndexInJson.class, "MilvusIndex"), arguments(TransientInJson.class, "Transient"),
				arguments(VersionInJson.class, "Version"), arguments(IndexInStruct.class, "MilvusIndex"),
				arguments(FullTextInStruct.class, "FullText"), arguments(KeyInStruct.class, "GeneratedKey"),
				arguments(ClusteredStruct.class, "ClusteringKey"), arguments(IndexedDynamic.class, "DynamicFields"),
				arguments(LengthOfNumber.class, "maxLength"), arguments(CapacityOfText.class, "maxCapacity"),
				arguments(NullablePrimitive.class, "nullable"), arguments(NullableId.class, "nullable"),
				arguments(NullableMade.class, "nullable"));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void whatNothingWouldBeDoneAboutIsRefused(Class<?> type, String annotation) {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> this.context.entity(type))
			.withMessageContainingAll(type.getName(), annotation)
			.satisfies((ex) -> assertThat(ex.getMessage()).containsAnyOf(":", "leave"));
	}

	@ParameterizedTest
	@MethodSource
	void whatIsHonouredIsTaken(Class<?> type) {
		assertThatCode(() -> this.context.entity(type)).doesNotThrowAnyException();
	}

	static Stream<Class<?>> whatIsHonouredIsTaken() {
		return Stream.of(Marked.class, Polymorphic.class, IdWithinJson.class);
	}

	@MilvusEntity
	record Versioned(@Id long id, @Version long version, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record Created(@Id long id, @CreatedDate java.time.Instant at, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record CreatedByUser(@Id long id, @CreatedBy String by, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record Changed(@Id long id, @LastModifiedDate java.time.Instant at, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record ChangedByUser(@Id long id, @LastModifiedBy String by, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record ReadOnly(@Id long id, @ReadOnlyProperty String text, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record Referring(@Id long id, @Reference Other other, @VectorField(dimension = 2) float[] v) {
	}

	record Other(String name) {
	}

	@MilvusEntity
	@TypeAlias("a")
	record Aliased(@Id long id, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	static class OnGetter {

		@Id
		String id;

		java.time.Instant at;

		@VectorField(dimension = 2)
		float[] v;

		@LastModifiedDate
		public java.time.Instant getAt() {
			return this.at;
		}

	}

	@MilvusEntity
	record Blank(@Id long id, @NotBlank String text, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	static class NotNullGetter {

		@Id
		String id;

		String text;

		@VectorField(dimension = 2)
		float[] v;

		@NotNull
		public String getText() {
			return this.text;
		}

	}

	@MilvusEntity
	record Elements(@Id long id, List<@Positive Integer> numbers, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record Cascading(@Id long id, @Valid Other other, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record CascadingElements(@Id long id, List<@Valid Other> others, @VectorField(dimension = 2) float[] v) {
	}

	@NotBlank
	@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
	@interface Title {

	}

	@MilvusEntity
	record Composed(@Id long id, @Title String text, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record VectorInJson(@Id long id, WithVector part, @VectorField(dimension = 2) float[] v) {
	}

	record WithVector(@VectorField(dimension = 2) float[] inner) {
	}

	@MilvusEntity
	record IndexInJson(@Id long id, List<WithIndex> parts, @VectorField(dimension = 2) float[] v) {
	}

	record WithIndex(@MilvusIndex(type = IndexType.TRIE) String text) {
	}

	@MilvusEntity
	record TransientInJson(@Id long id, Map<String, WithTransient> parts, @VectorField(dimension = 2) float[] v) {
	}

	record WithTransient(@Transient String scratch) {
	}

	@MilvusEntity
	record VersionInJson(@Id long id, Deep part, @VectorField(dimension = 2) float[] v) {
	}

	record Deep(WithVersion inner) {
	}

	record WithVersion(@Version long version) {
	}

	@MilvusEntity
	record IndexInStruct(@Id long id, @StructArray List<IndexedPart> parts, @VectorField(dimension = 2) float[] v) {
	}

	record IndexedPart(@MilvusIndex(type = IndexType.INVERTED) int page) {
	}

	@MilvusEntity
	record FullTextInStruct(@Id long id, @StructArray List<TextPart> parts, @VectorField(dimension = 2) float[] v) {
	}

	record TextPart(@FullText String text) {
	}

	@MilvusEntity
	record KeyInStruct(@Id long id, @StructArray List<KeyPart> parts, @VectorField(dimension = 2) float[] v) {
	}

	record KeyPart(@GeneratedKey String key) {
	}

	@MilvusEntity
	record ClusteredStruct(@Id long id, @StructArray List<ClusteredPart> parts, @VectorField(dimension = 2) float[] v) {
	}

	record ClusteredPart(@ClusteringKey int page) {
	}

	@MilvusEntity
	record IndexedDynamic(@Id long id, @DynamicFields @MilvusIndex Map<String, Object> extra,
			@VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record LengthOfNumber(@Id long id, @MilvusField(maxLength = 5) int number, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record CapacityOfText(@Id long id, @MilvusField(maxCapacity = 5) String text,
			@VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record NullablePrimitive(@Id long id, @MilvusField(nullable = true) int number,
			@VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record NullableId(@Id @MilvusField(nullable = true) Long id, @VectorField(dimension = 2) float[] v) {
	}

	@MilvusEntity
	record NullableMade(@Id long id, String text, @VectorField(dimension = 2,
			nullable = true) @TextEmbeddingFunction(from = "text", provider = "openai") float[] v) {
	}

	@MilvusEntity
	@Persistent
	@Immutable
	@AccessType(AccessType.Type.FIELD)
	record Marked(@Id long id, @Transient String scratch, @VectorField(dimension = 2) float[] v) {

		@PersistenceCreator
		Marked {
		}

	}

	@MilvusEntity
	record Polymorphic(@Id long id, List<Shape> shapes, @VectorField(dimension = 2) float[] v) {
	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
	interface Shape {

	}

	@MilvusEntity
	record IdWithinJson(@Id long id, Author author, @VectorField(dimension = 2) float[] v) {
	}

	record Author(@Id String id, String name) {
	}

}
