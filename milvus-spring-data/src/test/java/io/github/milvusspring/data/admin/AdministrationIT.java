package io.github.milvusspring.data.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.milvusspring.data.Book;
import io.github.milvusspring.data.BookRepository;
import io.github.milvusspring.data.MilvusLiteServer;
import io.github.milvusspring.data.convert.MilvusConverter;
import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.mapping.MilvusMappingContext;
import io.github.milvusspring.data.query.VectorQuery;
import io.github.milvusspring.data.repository.support.MilvusRepositoryFactory;
import io.github.milvusspring.data.write.WriteOptions;
import io.milvus.v2.service.resourcegroup.request.ListResourceGroupsReq;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Collections, partitions, aliases and databases as an operator uses them, and what
 * Milvus Lite cannot do.
 */
class AdministrationIT {

	private static final String FULL_SERVERS = "use Milvus standalone, a cluster or Zilliz Cloud";

	@RegisterExtension
	final MilvusLiteServer milvus = new MilvusLiteServer();

	@BeforeEach
	void createBooks() {
		template().createCollection("shelf", 2);
		template().rows("shelf").upsertAll(List.of(row(1), row(2), row(3)));
	}

	@Test
	void aCollectionIsRenamedAndStaysLoaded() {
		template().collection("shelf").rename("rack");
		assertThat(template().collections().names()).containsExactly("rack");
		assertThat(template().collection("rack").loadState().isLoaded()).isTrue();
		assertThat(template().rows("rack").count()).isEqualTo(3);
	}

	@Test
	void aTruncatedCollectionIsEmptyAndCanBeUsed() {
		template().collection("shelf").truncate();
		assertThat(template().rows("shelf").count()).isZero();
		template().rows("shelf").upsert(row(4));
		assertThat(template().rows("shelf").count()).isEqualTo(1);
	}

	@Test
	void aReleasedCollectionIsLoadedAgainWithProgress() {
		MilvusCollection shelf = template().collection("shelf");
		shelf.release();
		assertThat(shelf.loadState()).isEqualTo(new LoadState(LoadState.Status.NOT_LOADED, 0));
		List<LoadState> progress = new ArrayList<>();
		shelf.load(LoadOptions.within(Duration.ofSeconds(30)).withProgress(progress::add));
		assertThat(progress).last().isEqualTo(new LoadState(LoadState.Status.LOADED, 100));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> template().collection("nowhere").loadState())
			.withMessageContaining("'nowhere' does not exist");
	}

	@Test
	void flushedRowsAreCountedByPartition() {
		template().partitions("shelf").create("new");
		template().rows("shelf").upsert(row(4), WriteOptions.inPartition("new"));
		template().collection("shelf").flush();
		assertThat(template().collection("shelf").statistics())
			.isEqualTo(new CollectionStatistics(4, Map.of("_default", 3L, "new", 1L)));
	}

	@Test
	void partitionsComeAndGo() {
		MilvusPartitions partitions = template().partitions("shelf");
		partitions.create("new");
		assertThat(partitions.names()).containsExactlyInAnyOrder("_default", "new");
		assertThat(partitions.exists("new")).isTrue();
		partitions.drop("new");
		assertThat(partitions.exists("new")).isFalse();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> partitions.drop("new"));
	}

	@Test
	void rowsAreReadAndWrittenByAliasWhereverItPoints() {
		MilvusAliases aliases = template().aliases();
		aliases.create("current", "shelf");
		template().rows("current").upsert(row(4));
		assertThat(template().rows("current").count()).isEqualTo(4);
		assertThat(template().rows("current").search(VectorQuery.of(4, 1)).getContent().get(0).getContent())
			.containsEntry("id", 4L);
		template().createCollection("shelf2", 2);
		aliases.alter("current", "shelf2");
		assertThat(template().rows("current").count()).isZero();
		template().rows("current").insert(row(9));
		assertThat(template().rows("shelf2").count()).isEqualTo(1);
		assertThat(template().rows("shelf").count()).isEqualTo(4);
	}

	@Test
	void aliasesAreListedFoundAndDropped() {
		MilvusAliases aliases = template().aliases();
		assertThat(aliases.find("current")).isNull();
		aliases.create("current", "shelf");
		aliases.create("best", "shelf");
		assertThat(aliases.of("shelf")).containsExactlyInAnyOrder("current", "best");
		assertThat(aliases.names()).containsExactlyInAnyOrder("current", "best");
		assertThat(aliases.find("current")).isEqualTo("shelf");
		aliases.drop("current");
		assertThat(aliases.find("current")).isNull();
		assertThat(template().collections().exists("shelf")).isTrue();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> aliases.create("shelf", "shelf"));
	}

	@Test
	void aCollectionIsNeitherDroppedNorRenamedByItsAlias() {
		template().aliases().create("current", "shelf");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().collection("current").drop())
			.withMessageContaining("'current' is an alias");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template().collection("current").rename("other"))
			.withMessageContaining("'current' is an alias");
		assertThat(template().rows("current").count()).isEqualTo(3);
	}

	@Test
	void anEntityWhoseCollectionIsAnAliasWorksInTheRepository() {
		template().ensureCollection(Book.class);
		template().collection("books").rename("books_v1");
		template().aliases().create("books", "books_v1");
		MilvusTemplate another = new MilvusTemplate(this.milvus.connection(),
				new MilvusConverter(new MilvusMappingContext()));
		BookRepository repository = new MilvusRepositoryFactory(another).getRepository(BookRepository.class);
		repository.upsert(Book.of("1", "Ulysses"));
		assertThat(repository.findById("1")).isPresent();
		assertThat(template().rows("books_v1").count()).isEqualTo(1);
		assertThat(template().collections().names()).containsExactlyInAnyOrder("shelf", "books_v1");
	}

	@Test
	void databasesComeAndGoWithTheirProperties() {
		MilvusDatabases databases = template().databases();
		databases.create("archive", Map.of("timezone", "UTC"));
		assertThat(databases.names()).contains("default", "archive");
		assertThat(databases.properties("archive")).containsEntry("timezone", "UTC");
		databases.alter("archive", Map.of("timezone", "Europe/Berlin"));
		assertThat(databases.properties("archive")).containsEntry("timezone", "Europe/Berlin");
		databases.dropProperties("archive", "timezone");
		assertThat(databases.properties("archive")).doesNotContainKey("timezone");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> databases.create("archive"))
			.withMessageContaining("'archive' already exists");
		databases.drop("archive");
		assertThat(databases.names()).doesNotContain("archive");
	}

	@Test
	void whatMilvusLiteCannotDoIsRefused() {
		MilvusCollection shelf = template().collection("shelf");
		refused(() -> shelf.load(LoadOptions.replicas(2)));
		refused(() -> shelf.load(LoadOptions.DEFAULT.withFields("id", "vector")));
		refused(() -> shelf.load(LoadOptions.DEFAULT.withoutDynamicField()));
		refused(() -> shelf.load(LoadOptions.DEFAULT.withResourceGroups("fast")));
		refused(() -> shelf.refreshLoad(Duration.ofSeconds(30)));
		refused(shelf::compact);
		refused(() -> template().partitions("shelf").load("_default"));
		refused(() -> template().partitions("shelf").release("_default"));
	}

	@Test
	void aCallThatMilvusLiteDoesNotKnowSaysWhoDoes() {
		refused(() -> template()
			.execute((client) -> client.listResourceGroups(ListResourceGroupsReq.builder().build())));
	}

	private static void refused(ThrowingCallable call) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call)
			.withMessageContaining("Milvus Lite cannot")
			.withMessageContaining(FULL_SERVERS);
	}

	private MilvusTemplate template() {
		return this.milvus.template();
	}

	private static Map<String, Object> row(long id) {
		return Map.of("id", id, "vector", new float[] { id, 1 });
	}

}
