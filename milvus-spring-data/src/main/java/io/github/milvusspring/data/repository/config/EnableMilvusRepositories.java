package io.github.milvusspring.data.repository.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.milvusspring.data.repository.support.MilvusRepositoryFactoryBean;

import org.springframework.beans.factory.support.BeanNameGenerator;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Import;
import org.springframework.data.repository.config.DefaultRepositoryBaseClass;
import org.springframework.data.repository.query.QueryLookupStrategy.Key;

/**
 * Scans packages for Milvus repositories and registers a bean for each of them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Import(MilvusRepositoriesRegistrar.class)
public @interface EnableMilvusRepositories {

	/**
	 * The packages to scan; a shorter form of {@link #basePackages()}.
	 * @return the packages, by default that of the annotated class
	 */
	String[] value() default {};

	/**
	 * The packages to scan.
	 * @return the packages, by default that of the annotated class
	 */
	String[] basePackages() default {};

	/**
	 * Classes whose packages are scanned.
	 * @return the classes
	 */
	Class<?>[] basePackageClasses() default {};

	/**
	 * The filters for types that are repositories in addition to those found by default.
	 * @return the filters
	 */
	Filter[] includeFilters() default {};

	/**
	 * The filters for types that are not repositories.
	 * @return the filters
	 */
	Filter[] excludeFilters() default {};

	/**
	 * The postfix of the names of classes that implement custom methods.
	 * @return the postfix
	 */
	String repositoryImplementationPostfix() default "Impl";

	/**
	 * The location of the properties file with named queries.
	 * @return the location, empty for the default of Spring Data
	 */
	String namedQueriesLocation() default "";

	/**
	 * The strategy by which the queries of methods are found.
	 * @return the strategy
	 */
	Key queryLookupStrategy() default Key.CREATE_IF_NOT_FOUND;

	/**
	 * The factory bean class that creates each repository.
	 * @return the factory bean
	 */
	Class<?> repositoryFactoryBeanClass() default MilvusRepositoryFactoryBean.class;

	/**
	 * The class that implements the methods that every repository has.
	 * @return the base class
	 */
	Class<?> repositoryBaseClass() default DefaultRepositoryBaseClass.class;

	/**
	 * The generator of bean names.
	 * @return the name generator
	 */
	Class<? extends BeanNameGenerator> nameGenerator() default BeanNameGenerator.class;

	/**
	 * Whether repositories that are nested in other classes are found.
	 * @return {@code true} to find them
	 */
	boolean considerNestedRepositories() default false;

	/**
	 * The name of the {@code MilvusOperations} bean that repositories use.
	 * @return the name of the bean
	 */
	String milvusOperationsRef() default "milvusTemplate";

}
