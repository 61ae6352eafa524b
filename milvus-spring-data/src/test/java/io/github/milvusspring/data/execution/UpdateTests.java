package io.github.milvusspring.data.execution;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.model.ArrayChange;
import io.github.milvusspring.data.model.MilvusServer;
import io.github.milvusspring.data.write.PropertySelection;
import io.github.milvusspring.data.write.Update;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an update says, and by which calls it is sent.
 */
class UpdateTests {

	@Test
	void anUpdateIsAValue() {
		Update update = Update.of(1).set("price", 3);
		assertThat(update.setNull("note")).isNotEqualTo(update)
			.isEqualTo(Update.of(1).set("price", 3).set("note", null))
			.hasSameHashCodeAs(Update.of(1).set("price", 3).setNull("note"));
		assertThat(update.changes()).containsOnlyKeys("price");
		assertThat(update.append("tags", "a", "b").remove("marks", List.of(1)))
			.hasToString("update of 1: set price, append tags, remove marks");
	}

	@Test
	void aMethodReferenceNamesTheProperty() {
		assertThat(Update.of("1").set(Book::pages, 3).set(Book::title, "x"))
			.isEqualTo(Update.of("1").set("pages", 3).set("title", "x"));
		assertThat(PropertySelection.of(Book::pages, Book::title)).hasToString("[pages, title]");
		assertThat(PropertySelection.of(Bean::getPrice, Bean::isSold)).hasToString("[price, sold]");
	}

	@Test
	void anArrayIsChangedOnceInAnUpdate() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> Update.of(1).append("tags", "a").remove("tags", "b"))
			.withMessageContaining("two updates");
		assertThat(Update.of(1).set("tags", 1).set("tags", 2).changes()).hasSize(1);
	}

	@Test
	void noPropertiesAreNoChoice() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> PropertySelection.of(List.of()))
			.withMessageContaining("names no property");
	}

	@Test
	void updatesOfTheSameFieldsGoTogether() {
		assertThat(groups(update(1, "a"), update(2, "a", "b"), update(3, "a"), update(4, "b", "a")))
			.containsExactly(List.of(0, 2), List.of(1, 3));
	}

	@Test
	void updatesOfOneRowKeepTheirOrder() {
		assertThat(groups(update(1, "a"), update(1, "a", "b"), update(1, "a"), update(2, "a")))
			.containsExactly(List.of(0), List.of(1), List.of(2, 3));
		assertThat(groups(update(1, "a"), update(1, "a"))).containsExactly(List.of(0, 1));
	}

	@Test
	void twoAppendsToOneRowAreTwoCalls() {
		PartialRow<Integer> append = new PartialRow<>(1, Set.of("tags"), Map.of("tags", ArrayChange.APPEND));
		assertThat(UpdateGroups.of(List.of(append, append), (row) -> row).positions()).containsExactly(List.of(0),
				List.of(1));
	}

	@Test
	void anOldServerIsNotAskedForPartialUpdates() {
		for (String old : List.of("2.3.5", "v2.5.12", "v2.6.1", "2.6.1-gpu")) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(new UpdateSupport(new MilvusServer(old, false))::requirePartialUpdates)
				.withMessageContaining("Milvus " + old.replace("v", ""))
				.withMessageContaining("2.6.2 or newer");
		}
		for (String capable : List.of("v2.6.2", "2.6.17", "v3.0.0", "v10.0.0-rc1", "a1b2c3", "")) {
			assertThatCode(new UpdateSupport(new MilvusServer(capable, false))::requirePartialUpdates)
				.doesNotThrowAnyException();
		}
		assertThatCode(new UpdateSupport(new MilvusServer("milvus_lite-3.2.2", true))::requirePartialUpdates)
			.doesNotThrowAnyException();
	}

	@Test
	void arraysAreOnlyChangedWhereTheServerCan() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> new UpdateSupport(new MilvusServer("v2.6.16", false)).requireArrayChanges("tags"))
			.withMessageContaining("2.6.17 or newer")
			.withMessageContaining("Milvus 2.6.16");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(
					() -> new UpdateSupport(new MilvusServer("milvus_lite-3.2.2", true)).requireArrayChanges("tags"))
			.withMessageContaining("2.6.17 or newer")
			.withMessageContaining("replace the whole array");
		assertThatCode(() -> new UpdateSupport(new MilvusServer("v2.6.17", false)).requireArrayChanges("tags"))
			.doesNotThrowAnyException();
	}

	@SafeVarargs
	private static List<List<Integer>> groups(PartialRow<Integer>... updates) {
		return UpdateGroups.of(List.of(updates), (key) -> key).positions();
	}

	private static PartialRow<Integer> update(int key, String... fields) {
		return new PartialRow<>(key, List.of(fields), Map.of());
	}

	public static final class Bean {

		public int getPrice() {
			return 0;
		}

		public boolean isSold() {
			return false;
		}

	}

}
