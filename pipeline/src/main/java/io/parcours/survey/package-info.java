/**
 * Which touchpoints tell how satisfied a customer was, and about what? Here stands what all features need for it: the
 * rules of surveys and the reading of their scores. What is made of scores is the feature {@code satisfaction}.
 *
 * <p>A touchpoint that matches a survey with a score is an answer, without one an invitation that nobody answered. An
 * answer is about the nearest earlier touchpoint of the customer that belongs to no survey, if that is at most {@code
 * about} old, ends included; else about none. With {@code about: journey} it is about the journey it lies in.
 *
 * <p>By hand, a survey {@code nps} about the previous touchpoint within 1 d: store_visit Monday 10:00, nps 9 Monday
 * 18:00, nps without a score Friday. The 9 is about the visit and counts as 0.9 of the scale from 0 to 10; Friday's was
 * not answered.
 */
package io.parcours.survey;
